#pragma once
#include "engine/model/setting.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// Years that a run touches, the last one perhaps only as the end.
inline int years_of(const Setting& setting) {
    return (setting.start + setting.horizon).year() - setting.start.year() + 1;
}

/// Index of the posts wanted by sector, occupation and year since the start (1 in the year of the start), flattened. The
/// growth of a year takes it from its January to the next. `shift` is added to every yearly growth.
std::vector<double> demand_path(const Setting& setting, double shift);

/// The index of a sector and occupation in a month.
inline double demand_index(const Setting& setting, std::span<const double> path, std::size_t sector,
                           std::size_t occupation, int month) {
    const std::size_t years = static_cast<std::size_t>(years_of(setting));
    const int year = (setting.start + month).year() - setting.start.year();
    const std::size_t row = sector * setting.pack.occupations.size() + occupation;
    return path[row * years + static_cast<std::size_t>(year)];
}

}  // namespace releve
