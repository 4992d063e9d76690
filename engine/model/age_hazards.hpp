#pragma once
#include "engine/base/parameter.hpp"
#include "engine/base/rates.hpp"
#include "engine/state/course.hpp"
#include "engine/state/persons.hpp"

#include <algorithm>
#include <vector>

/// What the processes share that act with the probabilities by age of a table of the pack, times one parameter.
namespace releve {

/// The first parameter of such a process.
inline constexpr std::size_t age_multiplier = 0;
constexpr Parameter age_multiplier_parameter(Label meaning) {
    return {.name = "multiplier",
            .value = 1,
            .unit = "1",
            .least = 0,
            .most = 5,
            .meaning = meaning,
            .source = "1: the probabilities of the pack's table as they are"};
}

/// An age factor for those to whom no status makes a difference.
inline double whatever_status(std::span<const double>, Status) { return 1; }

/// The hazards (AgeTable) that give monthly probabilities, by age in years and the same for both sexes, times a number.
inline std::vector<double> hazards_by_age(const std::vector<double>& probabilities, double multiplier) {
    return AgeTable::values([&](std::size_t, int age) {
        return hazard_from_probability(std::min(1.0, multiplier * probabilities[static_cast<std::size_t>(age)]));
    });
}

}  // namespace releve
