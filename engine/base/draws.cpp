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

}  // namespace releve
