#pragma once
#include "engine/inputs/scenario.hpp"
#include "engine/results/dataset.hpp"
#include "engine/run/ensemble.hpp"

#include <string>
#include <vector>

namespace releve {

/// Codes of a scenario's actions, in its order: "tutoring"; the second of a type "tutoring.2".
std::vector<std::string> action_codes(const std::vector<Intervention>& interventions);

/// Adds to a result file what the actions of each scenario did and cost:
///   cost(scenario, replicate, year) [EUR]; cost_by_action(scenario, year, action) and cost_by_funder(scenario, year,
///   funder) [EUR], means over replicates; volume(scenario, year, action, volume_of), mean over replicates;
/// with the dimensions action (union over scenarios, in the order of their first use), funder (those of the pack) and volume_of.
/// No convention pays more than its ceiling. Nothing is added if no scenario has an action; no cost if the pack has no
/// action_costs.csv, none by funder if it has no funders.csv. Expects the dimensions scenario, replicate and year;
/// `scenarios` and `plans` in the order of `result`, checked before (check_plan_costs).
void add_costs(Dataset& dataset, const EnsembleResult& result, const std::vector<Plan>& plans,
               const std::vector<Scenario>& scenarios, const Pack& pack);

}  // namespace releve
