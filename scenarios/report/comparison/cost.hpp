#pragma once
#include "scenarios/compare/cost_effect.hpp"
#include "scenarios/report/measures.hpp"
#include "scenarios/report/pairs.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace releve::report {

/// What a plan costs beyond its reference, and what one unfilled post-month avoided costs, over the whole run. Nothing if
/// the file holds no costs.
std::optional<compare::CostEffect> cost_effect_of(const Dataset& results, const Pair& pair, double level);

/// Cost of one scenario by something (action, funder) and year [EUR], means over replicates.
struct CostTable {
    std::vector<std::vector<double>> by_year;  ///< [item][year], items in the order of the dimension
    double total(std::size_t item) const;
};

/// From the variable cost_by_`dimension`; no items in files that do not tell it.
CostTable costs_by(const Dataset& results, std::string_view dimension, std::size_t scenario);

}  // namespace releve::report
