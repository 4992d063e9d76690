#pragma once
#include "engine/base/month.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/state/risk.hpp"

namespace releve {

/// What is fixed before a run and shared by all its processes. Rates and laws stay in the pack; what a process
/// computes from them beforehand is in its own `prepared` table.
struct Setting {
    const Pack& pack;
    Calendar calendar;
    int horizon = 0;                ///< [steps]
    std::uint32_t pension_law = 0;  ///< position in pack.pension_laws
};

}  // namespace releve
