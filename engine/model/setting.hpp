#pragma once
#include "engine/base/month.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/state/risk.hpp"

#include <vector>

namespace releve {

/// Something that happens to the demand of one establishment or sector, told by a scenario.
struct Shock {
    std::uint32_t establishment = no_index;  ///< one of these two
    std::uint32_t sector = no_index;
    int start = 0;     ///< [months since the start]
    int end = 0;       ///< last month in which growth may act
    double posts = 0;  ///< share of the posts wanted, added in the first month; -1 closes an establishment
    double growth =
        0;  ///< [1/year] added to the path of the posts wanted, a year after the first month and each year on
    bool operator==(const Shock&) const = default;
};

/// What is fixed before a run and shared by all its processes. Rates and laws stay in the pack; what a process
/// computes from them beforehand is in its own `prepared` table.
struct Setting {
    const Pack& pack;
    Calendar calendar;
    int horizon = 0;                ///< [steps]
    std::uint32_t pension_law = 0;  ///< position in pack.pension_laws
    std::vector<Shock> shocks = {};
    bool wide_reach = false;  ///< an action of the scenario lets people look for work further away
};

}  // namespace releve
