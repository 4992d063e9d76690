#pragma once
#include "scenarios/compare/target.hpp"
#include "scenarios/report/measures.hpp"
#include "scenarios/report/pairs.hpp"

namespace releve::report {

/// What one action of a plan aims at, as the resolved scenario in the file or else the action's record tells it.
struct Aim {
    std::string action;  ///< type
    std::string indicator;
    double target = 0;  ///< relative change of the indicator against the reference
    int year = 0;       ///< in which it is judged: that in which the action ends, or the last of the run
    bool begun = true;  ///< false if the action starts after the run
};

/// Aims of one scenario, in the order of its actions; those without indicator or target are left out.
std::vector<Aim> aims_of(const Dataset& results, std::size_t scenario);

/// Whether the aim is reached; nothing if the file keeps no replicates of the indicator. Flows are judged by their sum
/// since the start, and so are unfilled posts; the others at the end of the year.
std::optional<compare::TargetReached> reached_by(const Dataset& results, const Pair& pair, const Aim& aim,
                                                 double level);

}  // namespace releve::report
