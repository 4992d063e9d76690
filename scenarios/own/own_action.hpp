#pragma once
#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/model/intervention.hpp"
#include "engine/results/dataset.hpp"
#include "engine/run/plan.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace releve {

/// An action or process that the catalogue does not have, told by code around the engine. It is called after the actions
/// of the scenario, in every run from its first month to the last.
struct OwnAction {
    std::string name;                  ///< lower-case letters, digits and _; its draws and its volumes go by it
    std::optional<Month> start, end;   ///< both included; the whole run when absent
    std::vector<std::string> changes;  ///< names of all that it may propose
    bool wide_reach = false;           ///< it lets people look for work further away
    std::function<void(const InterventionStep&, Proposals&)> step;
};

/// Adds them to the bound actions of a scenario. An action draws under its name and its place among those of its name, as
/// the catalogue's do: one that takes the place of a catalogue's action takes its luck too. Names, changes and dates that
/// do not fit go to `problems`.
void bind_own_actions(const std::vector<OwnAction>& own, const Calendar& calendar, int horizon,
                      std::vector<Intervention>& bound, Problems& problems);

/// Tells in a result file, as attribute `own_code`, which actions came from code that the file does not hold
/// ("plan.my_action"): nobody can run it again from the file alone. Nothing if there are none.
void add_own_code(Dataset& dataset, const std::vector<Plan>& plans);

}  // namespace releve
