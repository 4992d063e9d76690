#pragma once
#include "engine/model/setting.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// Index of the posts wanted by sector, occupation and year since the start (1 in the year of the start), flattened. The
/// growth of a year takes it from its January to the next. `shift` is added to every yearly growth.
std::vector<double> demand_path(const Setting& setting, double shift);

/// The index of a sector and occupation in a month.
double demand_index(const Setting& setting, std::span<const double> path, std::size_t sector, std::size_t occupation,
                    int month);

}  // namespace releve
