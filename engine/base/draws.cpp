#include "engine/base/draws.hpp"

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

}  // namespace releve
