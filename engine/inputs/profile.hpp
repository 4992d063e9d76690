#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// Time [months] where a pack gives an occupation no competence: guess, between a few weeks and five years.
inline constexpr double usual_months = 24;

/// Mean over an occupation's competences of a time [months], weighted by their level; usual_months without a profile.
inline double profile_mean(const Pack& pack, std::size_t occupation, const std::vector<double>& months) {
    double sum = 0;
    double weights = 0;
    for (const OccupationCompetence& row : pack.profiles[occupation]) {
        sum += row.level * months[row.competence];
        weights += row.level;
    }
    return weights > 0 ? sum / weights : usual_months;
}

}  // namespace releve
