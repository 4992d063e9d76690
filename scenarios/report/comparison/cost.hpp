#pragma once
#include "scenarios/compare/cost_effect.hpp"
#include "scenarios/report/measures.hpp"
#include "scenarios/report/pairs.hpp"

#include <optional>

namespace releve::report {

/// What a plan costs beyond its reference, and what one unfilled post-month avoided costs, over the whole run. Nothing if
/// the file holds no costs.
std::optional<compare::CostEffect> cost_effect_of(const Dataset& results, const Pair& pair, double level);

}  // namespace releve::report
