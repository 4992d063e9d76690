#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// How near two occupations are: cosine of their competence profiles, in [0, 1]; 1 on the diagonal.
/// Flattened from * occupations + to.
std::vector<double> occupation_proximity(const Pack& pack);

/// Mastery a person would bring to an occupation: of the own or the second one as it is; of another, the own mastery
/// times the proximity.
float mastery_for(const State& state, std::span<const double> proximity, PersonId person, std::uint16_t occupation);

}  // namespace releve
