#pragma once
#include "engine/inputs/scenario.hpp"
#include "engine/results/dataset.hpp"

#include <vector>

namespace releve {

/// Tells of each scenario of a result file which plan it is and under which future it ran: texts on the dimension
/// `scenario`, scenario_plan and scenario_future (future "" where none was asked for), with their names in both
/// languages in scenario_plan_label_en and so on. `scenarios` in the order of the dimension.
void add_futures(Dataset& dataset, const std::vector<Scenario>& scenarios);

}  // namespace releve
