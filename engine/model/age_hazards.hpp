#pragma once
#include "engine/base/rates.hpp"
#include "engine/state/course.hpp"

#include <algorithm>
#include <vector>

namespace releve {

/// The hazards (AgeTable) that give monthly probabilities, by age in years and the same for both sexes, times a number.
inline std::vector<double> hazards_by_age(const std::vector<double>& probabilities, double multiplier) {
    return AgeTable::values([&](std::size_t, int age) {
        return hazard_from_probability(std::min(1.0, multiplier * probabilities[static_cast<std::size_t>(age)]));
    });
}

}  // namespace releve
