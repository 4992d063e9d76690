#pragma once
#include "engine/base/month.hpp"
#include "engine/inputs/pack.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace releve {

/// One setting of an action as written in a scenario: a number, a duration in months, or a text.
struct ActionSetting {
    std::string name;
    std::variant<double, std::string> value;
    bool is_duration = false;  ///< value was written "18 months"; it is given here in months
    std::string where;         ///< file:line
};

/// One [[action]] of a scenario, not yet checked against the catalogue of actions.
struct ActionEntry {
    std::string type;
    std::optional<Month> start, end;  ///< both included; the whole run when absent
    std::vector<ActionSetting> settings;
    std::string where;
};

/// One [[shock]] of a scenario, its codes not yet looked up in the pack.
struct ShockEntry {
    std::string establishment, sector;  ///< one of them is empty
    Month start;
    std::optional<Month> end;  ///< last month in which growth may act; the end of the run when absent
    double posts = 0, growth = 0;
    std::string where;
};

/// A scenario file in memory. What it extends is already merged in.
struct Scenario {
    std::string file;  ///< path as given
    Text name;
    std::string id;  ///< file name without directory and suffix
    std::string pack_directory;
    std::string retirement_law;  ///< "" : the pack's default
    std::vector<ParameterValue> parameters;
    std::vector<ActionEntry> actions;
    std::vector<ShockEntry> shocks;
    std::string resolved;  ///< canonical TOML of all the above, kept in results
    std::vector<std::pair<std::string, std::string>> file_hashes;
};

}  // namespace releve
