#pragma once
#include "bindings/cli/command.hpp"
#include "bindings/cli/loading.hpp"
#include "engine/results/dataset.hpp"
#include "scenarios/compare/precision.hpp"

#include <optional>
#include <string>

namespace releve {

/// How an ensemble is run from the command line.
struct Execution {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;
    bool selfcheck = false;
    bool progress = true;  ///< shown only where standard error is a terminal
    std::string command;   ///< "run" or "demo"
    std::vector<std::string> sets;
    std::optional<compare::Precision> precision;  ///< replicates are added until it is reached; `replicates` at most
    compare::PrecisionReached reached;            ///< filled in by execute, which sets `replicates` to the number used
    std::optional<double> memory;                 ///< [bytes] that the run may take; none: what is available
};

/// Why a run with --precision stopped, and after how many replicates.
Text precision_text(const Execution& execution);

/// The options --seed, --replicates, --precision, --threads, --selfcheck, --no-progress, --memory, --set.
Execution execution_of(const Arguments& arguments, std::string command);
/// The month of --until; UsageError if it is none.
Month until_of(const Arguments& arguments);

/// IoError if the file could not be written there: found out before hours of simulation.
void refuse_unwritable(const std::string& path);

/// Runs all plans and makes their result file in memory. Interrupted on Ctrl-C; MemoryError before starting.
Dataset execute(const Prepared& prepared, Execution& execution, Language language);

}  // namespace releve
