#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"
#include "engine/model/intervention.hpp"

#include <vector>

/// What an action of a scenario says of its scheme and conventions, against the pack.
namespace releve {

/// The scheme is known, of this action, open from its start to its end, and its settings keep the scheme's rules.
void check_scheme(const ActionEntry& entry, const Intervention& bound, const Pack& pack, Problems& problems);

/// The conventions that an action names, or every one open to it if it names none. Unknown ones, ones open to other
/// actions and ones named twice go to `problems`.
std::vector<std::uint32_t> chosen_conventions(const ActionEntry& entry, const Pack& pack, Problems& problems);

}  // namespace releve
