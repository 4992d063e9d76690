#pragma once
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/pack.hpp"

#include <string>
#include <vector>

namespace releve {

/// Reads a [parameters] table: record.name = 3, "18 months", or { value = 3, unit = "...", source = "..." }.
/// A value replaces the one already in `parameters` at the same path. Durations are given in months.
void read_parameters(const TomlValue& table, const std::string& file, std::vector<ParameterValue>& parameters,
                     Problems& problems);

/// Each value replaces the one already in `parameters` at the same path.
void lay_over(std::vector<ParameterValue>& parameters, const std::vector<ParameterValue>& values);

}  // namespace releve
