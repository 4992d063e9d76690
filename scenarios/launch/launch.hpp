#pragma once
#include "engine/results/dataset.hpp"
#include "scenarios/compare/precision.hpp"
#include "scenarios/launch/prepared.hpp"

#include <functional>
#include <optional>
#include <string>

namespace releve {

/// How an ensemble is run. What is simulated depends on the seed and the number of replicates alone.
struct Launch {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;  ///< 0: as many as the machine has
    bool selfcheck = false;
    std::string command = "run";                  ///< "run" or "demo", told in results
    std::vector<std::string> sets;                ///< told in results; laid over the scenarios by prepare()
    std::optional<double> memory;                 ///< [bytes] that the run may take; none: what is available
    std::optional<compare::Precision> precision;  ///< replicates are added until it is reached
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< called from any thread; may be empty
    std::function<bool()> interrupted;                                ///< asked every month; may be empty
};

/// Result file in memory, and what was found about it.
struct Launched {
    Dataset results;
    std::uint32_t replicates = 0;  ///< of each scenario
    compare::PrecisionReached precision;
};

/// Runs all plans and makes their result file in memory. Interrupted when asked to stop; MemoryError before starting.
Launched launch(const Prepared& prepared, const Launch& asked);

}  // namespace releve
