#pragma once
#include "engine/inputs/scenario.hpp"
#include "engine/model/catalogue.hpp"
#include "engine/model/intervention.hpp"
#include "engine/run/parameters.hpp"

#include <string>
#include <vector>

namespace releve {

/// A process with the parameters of one scenario.
struct BoundProcess {
    const Process* process = nullptr;
    std::vector<double> parameters;
    std::vector<double> prepared;
    Purpose purpose;
    int risk = -1;  ///< position among the plan's risks; -1: runs no clock
};

/// One scenario made ready: the ordered steps of a month. Immutable; any number of replicates may share it.
struct Plan {
    std::string name;
    Setting setting;
    std::vector<BoundProcess> before, after;  ///< around the actions
    std::vector<Intervention> interventions;
    std::vector<std::string_view> switched_off;  ///< processes whose tables the pack does not have
    std::vector<double> synthesis;               ///< parameters of the first state
    std::vector<double> observing;               ///< parameters of the outputs
};

/// Binds the catalogue to a pack and a scenario. Unknown parameters, values out of range and unknown laws are added to
/// `problems`; the plan is usable only if there are none. `horizon` in months.
Plan make_plan(const Pack& pack, const Scenario& scenario, std::vector<Intervention> interventions, int horizon,
               Problems& problems);

/// Whether two plans differ by their actions alone: then they give the same course until the first action begins.
bool same_but_for_actions(const Plan& a, const Plan& b);
/// First month in which an action of the plan may do anything; the horizon if none does.
int first_action(const Plan& plan);

/// Risks of the plan, in the order of its processes. They point into the plan.
std::vector<BoundRisk> risks_of(const Plan& plan);

}  // namespace releve
