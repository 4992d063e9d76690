#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <string>
#include <vector>

namespace releve {

/// A known sum: over all axes but those named, at each combination of their positions. NaN: not known there.
struct Margin {
    std::vector<std::size_t> axes;  ///< increasing
    std::vector<double> totals;     ///< flattened, last axis fastest
};

struct RakingResult {
    Eigen::ArrayXd cells;         ///< flattened, last axis fastest
    double largest_residual = 0;  ///< of any known total, in persons
    int rounds = 0;
};

/// Iterative proportional fitting (Deming and Stephan 1940): scales the seed to each margin in turn until every total is
/// met to `tolerance` persons, or `most_rounds` have passed. Cells that are 0 in the seed stay 0.
RakingResult rake(const std::vector<std::size_t>& shape, Eigen::ArrayXd seed, const std::vector<Margin>& margins,
                  double tolerance = 1e-6, int most_rounds = 2000);

struct IntegerTable {
    std::vector<std::int32_t> cells;
    std::int64_t residual = 0;  ///< persons by which totals are missed, over all margins
};

/// Whole numbers near the raked cells: floors first, then one unit at a time to the cell with the largest remainder
/// whose margins all still lack one. Margins must hold whole totals for the residual to be 0.
IntegerTable integerise(const std::vector<std::size_t>& shape, const Eigen::ArrayXd& cells,
                        const std::vector<Margin>& margins);

}  // namespace releve
