#pragma once
#include "engine/run/replicate.hpp"
#include "engine/synthesis/synthesise.hpp"

#include <functional>

namespace releve {

struct EnsembleOptions {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;  ///< 0: as many as the machine has
    bool selfcheck = false;
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< called from any thread; may be empty
    std::function<bool()> interrupted;                                ///< asked every month; may be empty
};

struct EnsembleResult {
    std::vector<std::vector<ReplicateResult>>
        runs;  ///< [scenario][replicate]; nothing of outputs that keep their mean alone
    /// [scenario][output][period and cell], of those: sums over replicates.
    std::vector<std::vector<std::vector<double>>> sums;
    SynthesisReport synthesis;

    /// Replicates of each scenario.
    std::uint32_t replicates() const { return runs.empty() ? 0 : static_cast<std::uint32_t>(runs.front().size()); }
};

/// Runs every replicate of every plan from the same first state, in parallel. Results do not depend on the threads.
/// Throws Interrupted when asked to stop.
EnsembleResult run_ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options);

/// Adds the replicates that `result` lacks of options.replicates, and runs no other again: the result is, bit for bit, that
/// of run_ensemble with so many. `result` comes from the same plans and seed, or is empty.
void continue_ensemble(EnsembleResult& result, const std::vector<Plan>& plans, const EnsembleOptions& options);

class Interrupted : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace releve
