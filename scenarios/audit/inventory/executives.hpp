#pragma once
#include "engine/inputs/pack.hpp"

#include <vector>

namespace releve::audit {

/// Share of workers with three years of higher education or more from which an occupation counts as one of executives,
/// engineers and the like: occupations as Dares groups them (FAP) mix positions, and no table tells them apart. A decision,
/// the same as the default of the action `executive_attraction`.
inline constexpr double executive_graduates = 0.4;

/// By occupation: 1 if it is one of executives, engineers and the like; 0 for all where the pack tells no education.
std::vector<std::uint8_t> executive_occupations(const Pack& pack);

}  // namespace releve::audit
