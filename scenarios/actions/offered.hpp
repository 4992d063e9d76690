#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"
#include "scenarios/actions/action.hpp"

#include <cstdint>
#include <vector>

namespace releve {

/// The establishments to which an entry of a scenario keeps its action: 1 for each of them, 0 for the others, by
/// establishment of the pack; empty if the entry names none. Unknown codes, an empty list, and an action that people take up go
/// to `problems`.
std::vector<std::uint8_t> offered_by(const ActionEntry& entry, const Action& action, const Pack& pack,
                                     Problems& problems);

}  // namespace releve
