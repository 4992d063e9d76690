#pragma once
#include "engine/state/state.hpp"

namespace releve {

/// Month (since the start) within the next twelve in which somebody will retire, as it stands: another status or other hours
/// may move it. `not_due` if it is not known to come within them.
int known_retirement(const State& state, PersonId person);

}  // namespace releve
