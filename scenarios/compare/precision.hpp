#pragma once
#include "engine/run/ensemble.hpp"

#include <optional>

/// Replicates are added until differences between scenarios are known well enough.
namespace releve::compare {

/// How narrow the intervals are to be.
struct Precision {
    double half_width = 0;  ///< post-months, or a share of the reference's
    bool relative = false;
    double level = 0.95;
};

struct PrecisionReached {
    std::uint32_t replicates = 0;
    double widest = 0;  ///< half-width of the widest interval, in the unit asked for; NaN below two replicates
    bool reached = false;
};

/// Numbers of replicates at which it is asked whether they are enough: 20, 40, 80, ... and `most`.
std::vector<std::uint32_t> batches(std::uint32_t most);

/// Half-width of the widest Student-t interval, over scenarios, of the difference to the reference of the post-months
/// unfilled in the whole run, replicate by replicate; of the post-months themselves if no scenario has a reference but
/// itself. `references` by scenario. Relative: divided by the mean of the reference.
double widest_interval(const EnsembleResult& result, const std::vector<std::size_t>& references,
                       const Precision& precision);

/// Runs batches until the widest interval is narrow enough or options.replicates are done. What `result` has kept is not run
/// again, and changes nothing: `result` has the bits of run_ensemble with as many replicates. As with every rule that stops
/// when an interval looks narrow, its true level lies a little below the stated one; 20 replicates at least keep that small.
/// Source: Law (2015), Simulation Modeling and Analysis, section 9.4.1 (sequential procedures); Chow and Robbins (1965),
/// Annals of Mathematical Statistics 36, 457-462.
PrecisionReached continue_until_precise(EnsembleResult& result, const std::vector<Plan>& plans,
                                        const std::vector<std::size_t>& references, EnsembleOptions options,
                                        const Precision& precision);

}  // namespace releve::compare
