#pragma once
#include "engine/inputs/scenario.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/shares.hpp"

#include <span>
#include <vector>

/// Whether what a scenario plans fits what is signed.
namespace releve {

/// What an action does at full capacity, by calendar year of the run: months under way = capacity * months from `start`
/// to `end`; beginnings (and establishments taking part) = capacity * months / stay. `settings` in the order of the
/// record; `start`, `end`: steps of the run, both included.
std::vector<Volume> planned_volumes(const Action& action, std::span<const double> settings, int start, int end,
                                    const Calendar& calendar, int horizon);

/// The actions of a scenario as costs see them, in its order; one that names no convention may be paid by every one open
/// to it. Unknown schemes and conventions, and those of other actions, go to `problems`.
/// `bound`: what bind_actions gives for the scenario, without problems.
std::vector<FundedAction> funded_actions(const Scenario& scenario, const std::vector<Intervention>& bound,
                                         const Pack& pack, Problems& problems);

/// Schemes (open then? settings within their rules?), conventions (known, open to the action, together at most the whole
/// cost) and ceilings: the share of the cost at full capacity that each convention would pay must be within its own. A
/// passed ceiling names the line of the action that takes the most of it.
void check_plan_costs(const Scenario& scenario, const std::vector<Intervention>& bound, const Pack& pack, int horizon,
                      Problems& problems);

}  // namespace releve
