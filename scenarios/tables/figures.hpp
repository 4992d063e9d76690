#pragma once
#include "scenarios/tables/told.hpp"

#include <vector>

namespace releve::tables {

/// The figures of one output: of each scenario, period and cell in that order (empty: not told).
struct Figures {
    std::vector<double> value;                   ///< mean over replicates
    std::vector<double> deviation;               ///< standard deviation over replicates, divisor n - 1
    std::vector<std::vector<double>> quantiles;  ///< by order of the file's `quantile`, type 7
    std::vector<double> difference;              ///< to the reference of the scenario
    std::vector<double> paired;                  ///< standard deviation over replicates of that difference
};

/// `references`: of each scenario, the one that it is compared with. Of outputs that keep every replicate the statistics
/// are computed as the file computes those of breakdowns. A replicate without a value (NaN) is left out of them.
Figures figures_of(const Dataset& results, const Told& told, const std::vector<std::size_t>& references);

/// Orders of the quantiles that the file keeps.
std::vector<double> quantile_orders(const Dataset& results);

}  // namespace releve::tables
