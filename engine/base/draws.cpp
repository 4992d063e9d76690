#include "engine/base/draws.hpp"

#include <algorithm>

namespace releve {

std::size_t Draws::weighted(std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) {
        total += weight;
    }
    double left = uniform() * total;
    std::size_t last_positive = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) {
            continue;
        }
        last_positive = i;
        left -= weights[i];
        if (left < 0) {
            return i;
        }
    }
    return last_positive;
}

std::size_t Draws::weighted_by_sums(std::span<const double> sums) {
    const auto above = std::upper_bound(sums.begin(), sums.end(), uniform() * sums.back());
    return std::min(static_cast<std::size_t>(above - sums.begin()), sums.size() - 1);
}

std::uint32_t Draws::poisson_from_one(double mean) {
    // inversion; a large mean goes by parts of which exp(-part) is still a number, and 0 is then out of reach
    constexpr double part = 500;
    std::uint32_t number = 0;
    bool from_one = true;
    for (; mean > 0; mean -= part) {
        const double here = std::min(mean, part);
        double probability = portable_exp(-here);
        double left = uniform();
        left = from_one ? probability + left * (1 - probability) : left;
        from_one = false;
        for (std::uint32_t k = 0; left > probability && probability > 0; ++number) {
            left -= probability;
            probability *= here / ++k;
        }
    }
    return std::max(number, 1U);
}

}  // namespace releve
