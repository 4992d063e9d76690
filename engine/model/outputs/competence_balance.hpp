#pragma once
#include "engine/model/output.hpp"

namespace releve {

/// Full-time equivalents of each competence over the territory.
struct CompetenceBalance {
    std::vector<double> required;   ///< R[c] = sum over posts of P[o, c]
    std::vector<double> available;  ///< A[c] = sum over people in post of mastery * working share * P[o, c]
};
CompetenceBalance competence_balance(const Observation& at);

/// Adds to each competence the sum over establishments of max(0, R[e, c] - A[e, c]).
void competence_shortages(const Observation& at, std::span<double> shortage);

}  // namespace releve
