#pragma once
#include "engine/base/error.hpp"
#include "engine/results/dataset.hpp"
#include "scenarios/report/findings.hpp"

#include <nlohmann/json.hpp>
#include <string>

namespace releve {

/// Keeps the order in which keys are written.
using Json = nlohmann::ordered_json;

/// One document, ended by a line break; bytes that are not UTF-8 are replaced, not-a-number becomes null.
std::string dump(const Json& document);
Json json_of(const Text& text);
Json json_of(const compare::Interval& interval);

std::string json_error(const std::string& text);
std::string json_error(const InputError& error);

/// Paired differences to the reference of each scenario.
Json json_of_changes(const Dataset& results, const std::vector<report::Measure>& measures,
                     const std::vector<report::Change>& changes);

}  // namespace releve
