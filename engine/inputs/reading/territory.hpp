#pragma once
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/pack.hpp"

#include <string>

namespace releve {

/// Reads territory.toml into a pack: names, start month, code versions, provenance, parameters.
void read_territory(const TomlValue& document, const std::string& file, Pack& pack, Problems& problems);

}  // namespace releve
