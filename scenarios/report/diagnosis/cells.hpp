#pragma once
#include "scenarios/audit/inventory/spread.hpp"
#include "scenarios/report/blocks/block.hpp"

namespace releve::report {

inline Range range_of(const audit::Spread& spread) { return {spread.mean, spread.low, spread.high}; }

}  // namespace releve::report
