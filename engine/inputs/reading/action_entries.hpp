#pragma once
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/scenario.hpp"

namespace releve {

/// Adds the actions of an array of tables ([[action]], [[plan.short]]) to those of a scenario, each with this term.
/// `header` is how such a table is written, for messages.
void read_actions(const TomlValue& listed, std::string_view term, std::string_view header, const std::string& file,
                  std::vector<ActionEntry>& actions, Problems& problems);

/// What can be told of the months of an action once they are all known: end before start, review before start.
void check_months(const ActionEntry& action, Problems& problems);

}  // namespace releve
