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
    std::function<void(const Text&)> told;  ///< what is gone on with, before a run that is resumed; may be empty
    std::function<bool()> interrupted;      ///< asked every month; may be empty
};

/// Result file in memory, and what was found about it.
struct Launched {
    Dataset results;
    std::uint32_t replicates = 0;  ///< of each scenario
    compare::PrecisionReached precision;
};

/// Runs all plans and makes their result file in memory. Interrupted when asked to stop; MemoryError before starting.
Launched launch(const Prepared& prepared, const Launch& asked);

/// The same; runs that `done` has kept are not run again, and those run are kept in it, also when interrupted. What it has
/// kept comes from the same plans and seed.
Launched launch(const Prepared& prepared, const Launch& asked, EnsembleResult& done);

/// The same into a file that appears at `path` when complete. Completed runs go to a journal beside it (`path`.journal), gone
/// when the file is written; a run that was killed or interrupted goes on from there with `resume`, to the same bytes. `done`
/// tells what is kept, and in which file, also when interrupted. With code of one's own, which may have changed when a run
/// is resumed, there is no journal: what is done is kept in memory.
/// InputError: an unfinished run is there and not `resume`, or it is another one; something else than a result is there.
/// IoError: another run is writing there, no room on the disk (before starting), any failure of the file system; older
/// files stay as they are.
Launched launch_into(const std::string& path, const Prepared& prepared, const Launch& asked, bool resume,
                     EnsembleResult& done);

/// The result file of the replicates that `done` tells, at least one: of an interrupted launch, those that are complete.
Launched results_of(const Prepared& prepared, const Launch& asked, const EnsembleResult& done,
                    const compare::PrecisionReached& precision = {});

}  // namespace releve
