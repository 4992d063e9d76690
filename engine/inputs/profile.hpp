#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// Mean over an occupation's competences of a time [months], weighted by their level; 24 without a profile.
inline double profile_mean(const Pack& pack, std::size_t occupation, const std::vector<double>& months) {
    double sum = 0;
    double weights = 0;
    for (const OccupationCompetence& row : pack.profiles[occupation]) {
        sum += row.level * months[row.competence];
        weights += row.level;
    }
    return weights > 0 ? sum / weights : 24.0;
}

}  // namespace releve
