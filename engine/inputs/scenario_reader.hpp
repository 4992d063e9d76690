#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"

#include <string>

namespace releve {

/// Reads a scenario file and those it extends: parameters override, actions are appended. Every problem found is added;
/// the scenario can be used only if there is none. Action types and parameter names are not checked here.
Scenario read_scenario(const std::string& path, Problems& problems);

/// Canonical TOML of a scenario: the same scenario always gives the same text, which reads back as that scenario.
std::string to_toml(const Scenario& scenario);

}  // namespace releve
