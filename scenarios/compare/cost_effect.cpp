#include "scenarios/compare/cost_effect.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace releve::compare {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    const double mean_a = mean_of(a);
    const double mean_b = mean_of(b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - mean_a) * (b[i] - mean_b);
    }
    return sum / static_cast<double>(a.size() - 1);
}

struct Kept {
    std::vector<double> cost, effect;
};

Kept finite_pairs(std::span<const double> cost, std::span<const double> effect) {
    if (cost.size() != effect.size()) {
        throw ModelError("compare: " + std::to_string(cost.size()) + " costs against " + std::to_string(effect.size()) +
                         " effects");
    }
    Kept kept;
    for (std::size_t i = 0; i < cost.size(); ++i) {
        if (std::isfinite(cost[i]) && std::isfinite(effect[i])) {
            kept.cost.push_back(cost[i]);
            kept.effect.push_back(effect[i]);
        }
    }
    return kept;
}

void add_fieller(CostEffect& found, const Kept& kept, double level) {
    const auto n = static_cast<double>(kept.cost.size());
    const boost::math::students_t student(n - 1);
    const double t = boost::math::quantile(student, (1 + level) / 2);
    const double scale = t * t / n;
    const double x = found.cost.mean;
    const double y = found.effect.mean;
    const double a = y * y - scale * covariance(kept.effect, kept.effect);
    const double b = x * y - scale * covariance(kept.cost, kept.effect);
    const double c = x * x - scale * covariance(kept.cost, kept.cost);
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    found.ratio = x / y;
    found.low = (b - root) / a;
    found.high = (b + root) / a;
}

}  // namespace

CostEffect cost_effect(std::span<const double> cost, std::span<const double> effect, double level) {
    const Kept kept = finite_pairs(cost, effect);
    CostEffect found{.count = kept.cost.size(),
                     .cost = mean_interval(kept.cost, level),
                     .effect = mean_interval(kept.effect, level),
                     .ratio = unknown,
                     .low = unknown,
                     .high = unknown};
    found.shown = found.effect.low > 0 ? Shown::gain : found.effect.high < 0 ? Shown::harm : Shown::no_effect;
    if (found.shown == Shown::gain) {
        add_fieller(found, kept, level);
    }
    return found;
}

}  // namespace releve::compare
