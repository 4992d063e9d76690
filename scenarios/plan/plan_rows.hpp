#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/inputs/scenario.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/plan/financing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace releve {

/// The indicators that a scenario gives its actions must be outputs of the catalogue.
void check_indicators(const Scenario& scenario, Problems& problems);

}  // namespace releve

/// An action plan as the steering committee reads it.
namespace releve::committee {

/// One action of a plan, with what the scenario leaves out filled from the action's record.
struct Row {
    std::string term;  ///< "", "short", "medium", "long"
    std::string type;
    Text action;
    std::string scheme_code;
    Text scheme;           ///< "" : none
    std::string capacity;  ///< "pairs = 200": how large it is; "" if the record does not tell what measures it
    std::string settings;  ///< its capacity and all that the scenario sets: "pairs = 200, duration = 12 months"
    Text lead;
    Month start, end;
    Financing financing;
    std::vector<std::pair<std::string, Text>> conventions;  ///< code, name; empty: every one open to it
    std::string indicator_name;
    Text indicator;
    std::optional<double> target;  ///< relative change of the indicator against the baseline
    Month review;
};

struct PlanTable {
    std::string id;
    Text name, territory;
    std::optional<Month> start;  ///< of the plan
    std::vector<Row> rows;       ///< short, medium and long term, then those without a term
    double cost() const;         ///< [EUR] of the rows that tell theirs; not a number if none does
};

/// The plan of a scenario whose actions are known to be good. [[action]] entries without months run from the pack's
/// start to `until`.
PlanTable plan_table(const Scenario& scenario, const Pack& pack, Month until);

}  // namespace releve::committee
