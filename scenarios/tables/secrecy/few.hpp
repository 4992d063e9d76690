#pragma once
#include "scenarios/tables/told.hpp"

#include <vector>

namespace releve::tables {

/// Below how many a figure of an output tells of too few; 0: it never does. Rates and money never do; counts of
/// establishments, and of what each has once, below SecrecyRules::establishments; any other count below SecrecyRules::persons,
/// whatever its unit.
double few_in(const Told& told);

/// The same of each cell of a scenario and period: an output by volume_of counts something else in each of its cells.
std::vector<double> few_by_cell(const Dataset& results, const Told& told);

}  // namespace releve::tables
