#pragma once
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/scenario.hpp"

namespace releve {

/// Lays the [plan] of a scenario's document over what the scenario already has: its start replaces, its actions are added.
void read_plan(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems);

/// Once every layer is read: gives the actions of the plan the months they leave out, refuses those outside their term,
/// and puts actions in the order in which the resolved scenario will be read again.
void complete_plan(Scenario& scenario, Problems& problems);

}  // namespace releve
