#pragma once
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/scenario.hpp"

namespace releve {

/// Adds the [[shock]] tables of a scenario's document.
void read_shocks(const TomlValue& document, const std::string& file, std::vector<ShockEntry>& shocks,
                 Problems& problems);

}  // namespace releve
