#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack.hpp"

namespace releve {

/// What the tables of costs, conventions and schemes say of actions, against the catalogue: unknown actions and
/// settings, values out of a setting's range. Names the line.
void check_funding_tables(const Pack& pack, Problems& problems);

}  // namespace releve
