#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"

#include <string>

namespace releve {

/// Reads a scenario file and those it extends: parameters override, actions are appended. Actions of a plan's sections
/// get the months they leave out. Every problem found is added; the scenario can be used only if there is none. Action
/// types and parameter names are not checked here.
Scenario read_scenario(const std::string& path, Problems& problems);

/// Reads a scenario as a result keeps it: the canonical text of to_toml, which extends nothing. `where` stands for its file in
/// messages; what the text cannot tell (id, pack's place, hashes) is left to the caller.
Scenario read_scenario_text(const std::string& text, const std::string& where, Problems& problems);

/// Reads what may come whatever is decided: a law, parameters and shocks, without a pack and without actions.
Scenario read_future(const std::string& path, Problems& problems);

/// A scenario as it would run in a future: the law and parameters of the future replace, its shocks are added. The id is
/// "plan@low", the names are joined.
Scenario under(const Scenario& scenario, const Scenario& future);

/// Canonical TOML of a scenario: the same scenario always gives the same text, which reads back as that scenario.
std::string to_toml(const Scenario& scenario);

}  // namespace releve
