#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// The part of a process's parameters that moves targets, in the order of the record of `demand`.
struct DemandShape {
    double growth_shift = 0;           ///< added to every yearly growth
    double substitution = 0;           ///< share of the pack's table `substitution` that comes true
    double substitution_start = 0;     ///< [months after the start of the run]
    double substitution_duration = 0;  ///< [months]
};

/// Index of the posts wanted by sector, occupation and year since the start (1 in the year of the start), flattened; the
/// growth of a year takes it from its January to the next. `shift` is added to every yearly growth.
std::vector<double> growth_path(const Setting& setting, double shift);

/// The index of a sector and occupation in a step.
double growth_index(const Setting& setting, std::span<const double> path, std::size_t sector, std::size_t occupation,
                    int step);

/// What the process `demand` prepares: the growth path; then by occupation the share of its work that is taken over in the
/// end, and at last the mean of these shares over all posts.
std::vector<double> demand_path(const Setting& setting, const DemandShape& shape);

/// Posts that a cell should hold, a whole number, and the first step at which that may be another.
struct DemandTarget {
    double posts = 0;
    int until = 0;
};
/// Each cell rounds at a threshold of its own, so that the sum over cells follows the path and a cell that should hold 0.9
/// posts does not open and close for ever.
DemandTarget demand_target(const RiskContext& at, const DemandShape& shape, CellId cell, int step);

}  // namespace releve
