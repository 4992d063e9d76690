#include "scenarios/compare/paired.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace releve::compare {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<double> finite_of(std::span<const double> values) {
    std::vector<double> kept;
    std::ranges::copy_if(values, std::back_inserter(kept), [](double value) { return std::isfinite(value); });
    return kept;
}

struct Moments {
    std::size_t count;
    double mean, variance;
    double standard_error() const { return std::sqrt(variance / static_cast<double>(count)); }
};

/// Two passes in the order given: as exact as sums of doubles get, and the same on every machine.
Moments moments(std::span<const double> kept) {
    const auto n = static_cast<double>(kept.size());
    if (kept.empty()) {
        return {0, unknown, unknown};
    }
    const double mean = std::accumulate(kept.begin(), kept.end(), 0.0) / n;
    double squares = 0;
    double rest = 0;  // zero but for rounding; corrects the mean's
    for (const double value : kept) {
        squares += (value - mean) * (value - mean);
        rest += value - mean;
    }
    const double variance = kept.size() < 2 ? unknown : std::max(0.0, squares - rest * rest / n) / (n - 1);
    return {kept.size(), mean, variance};
}

void check_level(double level) {
    if (!(level > 0 && level < 1)) {
        throw ModelError("compare: level " + std::to_string(level) + " is not between 0 and 1");
    }
}

Interval student_interval(const Moments& m, double level) {
    if (m.count < 2) {
        return {m.mean, unknown, unknown};
    }
    const boost::math::students_t student(static_cast<double>(m.count - 1));
    const double half = boost::math::quantile(student, (1 + level) / 2) * m.standard_error();
    return {m.mean, m.mean - half, m.mean + half};
}

double student_p_value(const Moments& m) {
    if (m.count < 2) {
        return unknown;
    }
    if (m.variance == 0) {
        return m.mean == 0 ? 1 : 0;
    }
    const boost::math::students_t student(static_cast<double>(m.count - 1));
    return 2 * boost::math::cdf(boost::math::complement(student, std::abs(m.mean) / m.standard_error()));
}

double quantile_of_sorted(std::span<const double> sorted, double p) {
    if (sorted.empty()) {
        return unknown;
    }
    const double place = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

/// The pairs of which both values are finite.
struct Pairs {
    std::vector<double> a, b, difference;
};

Pairs finite_pairs(std::span<const double> a, std::span<const double> b) {
    Pairs pairs;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isfinite(a[i]) && std::isfinite(b[i])) {
            pairs.a.push_back(a[i]);
            pairs.b.push_back(b[i]);
            pairs.difference.push_back(b[i] - a[i]);
        }
    }
    return pairs;
}

double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values) {
        most = std::max(most, std::abs(value));
    }
    return most;
}

double variance_reduction(const Pairs& pairs, double variance_of_difference) {
    if (pairs.a.size() < 2) {
        return unknown;
    }
    // Each difference of equal shifts carries at most this much rounding.
    const double rounding = std::numeric_limits<double>::epsilon() * std::max(largest(pairs.a), largest(pairs.b));
    if (variance_of_difference <= rounding * rounding) {
        return std::numeric_limits<double>::infinity();
    }
    return (moments(pairs.a).variance + moments(pairs.b).variance) / variance_of_difference;
}

}  // namespace

double quantile(std::span<const double> values, double p) {
    if (!(p >= 0 && p <= 1)) {
        throw ModelError("compare: quantile of order " + std::to_string(p));
    }
    std::vector<double> kept = finite_of(values);
    std::ranges::sort(kept);
    return quantile_of_sorted(kept, p);
}

Summary summary(std::span<const double> values) {
    std::vector<double> kept = finite_of(values);
    const Moments m = moments(kept);
    std::ranges::sort(kept);
    const auto at = [&](double p) { return quantile_of_sorted(kept, p); };
    return {.count = m.count,
            .mean = m.mean,
            .deviation = std::sqrt(m.variance),
            .standard_error = m.standard_error(),
            .median = at(0.5),
            .q05 = at(0.05),
            .q10 = at(0.1),
            .q90 = at(0.9),
            .q95 = at(0.95)};
}

Interval mean_interval(std::span<const double> values, double level) {
    check_level(level);
    return student_interval(moments(finite_of(values)), level);
}

MeanTest mean_test(double mean, double deviation, std::size_t count, double level) {
    check_level(level);
    const Moments m{count, mean, deviation * deviation};
    return std::isfinite(mean) && std::isfinite(deviation) ? MeanTest{student_interval(m, level), student_p_value(m)}
                                                           : MeanTest{{mean, unknown, unknown}, unknown};
}

Interval wilson_interval(double successes, std::size_t trials, double level) {
    check_level(level);
    if (trials == 0) {
        return {unknown, unknown, unknown};
    }
    const auto n = static_cast<double>(trials);
    const double p = successes / n;
    const double z = boost::math::quantile(boost::math::normal(), (1 + level) / 2);
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

PairedDifference paired_difference(std::span<const double> a, std::span<const double> b, double level) {
    check_level(level);
    if (a.size() != b.size()) {
        throw ModelError("compare: " + std::to_string(a.size()) + " replicates against " + std::to_string(b.size()));
    }
    const Pairs pairs = finite_pairs(a, b);
    const Moments m = moments(pairs.difference);
    double wins = 0;
    bool identical = !pairs.difference.empty();
    for (const double difference : pairs.difference) {
        wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        identical = identical && difference == 0;
    }
    return {.count = m.count,
            .difference = student_interval(m, level),
            .standard_error = m.standard_error(),
            .p_value = student_p_value(m),
            .probability = wilson_interval(wins, m.count, level),
            .variance_reduction = variance_reduction(pairs, m.variance),
            .identical = identical};
}

std::vector<double> holm_adjusted(std::span<const double> p_values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
    std::vector<double> adjusted(p_values.size(), unknown);
    double most = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto left = static_cast<double>(order.size() - k);
        most = std::max(most, std::min(1.0, left * p_values[order[k]]));
        adjusted[order[k]] = most;
    }
    return adjusted;
}

}  // namespace releve::compare
