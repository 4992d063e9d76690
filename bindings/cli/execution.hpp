#pragma once
#include "bindings/cli/command.hpp"
#include "scenarios/launch/launch.hpp"

#include <string>

namespace releve {

/// Why a run with --precision stopped, and after how many replicates.
Text precision_text(const compare::Precision& asked, const compare::PrecisionReached& found);

/// The options --seed, --replicates, --precision, --threads, --selfcheck, --memory, --set.
Launch launch_of(const Arguments& arguments, std::string command);
/// The month of --until; UsageError if it is none.
Month until_of(const Arguments& arguments);

/// IoError if the file could not be written there: found out before hours of simulation.
void refuse_unwritable(const std::string& path);

/// Runs all plans with a line of progress (on a terminal) and makes their result file in memory. Interrupted on Ctrl-C;
/// MemoryError before starting.
Launched execute(const Prepared& prepared, Launch asked, bool show_progress, Language language);

}  // namespace releve
