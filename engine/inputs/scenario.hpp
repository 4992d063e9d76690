#pragma once
#include "engine/base/month.hpp"
#include "engine/inputs/pack.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace releve {

/// A section of an action plan: what it holds begins and ends within `months` of the plan's start.
struct PlanTerm {
    std::string_view code;
    int months = 0;
};
inline constexpr std::array<PlanTerm, 3> plan_terms{{{"short", 12}, {"medium", 36}, {"long", 60}}};

/// Keys that every action may have, whatever its own settings.
inline constexpr std::array<std::string_view, 10> action_keys{
    "type", "start", "end", "lead", "scheme", "indicator", "target", "review", "conventions", "establishments"};

/// One setting of an action as written in a scenario: a number, a duration in months, or a text.
struct ActionSetting {
    std::string name;
    std::variant<double, std::string> value;
    bool is_duration = false;  ///< value was written "18 months"; it is given here in months
    std::string where;         ///< file:line
};

/// One action of a scenario, not yet checked against the catalogue of actions.
struct ActionEntry {
    std::string type;
    std::optional<Month> start, end;  ///< both included; the whole run when absent
    std::vector<ActionSetting> settings;
    std::string where;

    std::string term = {};         ///< code of the plan's section; "" : an [[action]]
    std::string lead = {};         ///< who leads it; "" : the owner in the action's record
    std::string scheme = {};       ///< code of the legal scheme it follows; "" : none
    std::string indicator = {};    ///< output by which it is judged; "" : that of the record
    std::optional<double> target;  ///< relative change of the indicator against the baseline; else that of the record
    std::optional<Month> review;
    std::vector<std::string> conventions = {};  ///< codes of those that may pay; empty: every one open to it
    std::optional<std::vector<std::string>> establishments = {};   ///< codes of those that may take part; none: all may
    std::vector<std::pair<std::string, std::string>> places = {};  ///< key -> file:line, of the keys written

    /// "plan.toml:12 end" if the key is written, else "plan.toml:10 end" with the line of the action.
    std::string where_of(std::string_view key) const {
        std::string place = where;
        for (const auto& [name, written] : places) {
            place = name == key ? written : place;
        }
        return place + " " + std::string(key);
    }
};

/// One [[shock]] of a scenario, its codes not yet looked up in the pack.
struct ShockEntry {
    std::string establishment, sector;  ///< one of them is empty
    Month start;
    std::optional<Month> end;  ///< last month in which growth may act; the end of the run when absent
    double posts = 0, growth = 0;
    std::string where;
};

/// What a scenario is called, in results and in texts.
struct ScenarioName {
    std::string id;
    Text name;
};

/// A scenario file in memory. What it extends is already merged in.
struct Scenario {
    std::string file;  ///< path as given
    Text name;
    std::string id;  ///< file name without directory and suffix
    std::string pack_directory;
    std::string retirement_law;  ///< "" : the pack's default
    std::string law_where = {};  ///< file:line where it is written, if a file says it
    std::vector<ParameterValue> parameters;
    std::vector<ActionEntry> actions;  ///< those without a term, then short, medium and long term
    std::vector<ShockEntry> shocks;
    std::string resolved;  ///< canonical TOML of all the above, kept in results
    std::vector<std::pair<std::string, std::string>> file_hashes;
    std::optional<Month> plan_start;           ///< of the action plan, if it holds one
    std::optional<ScenarioName> plan, future;  ///< of a scenario laid under a future: what each was alone
};

}  // namespace releve
