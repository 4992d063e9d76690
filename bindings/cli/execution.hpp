#pragma once
#include "bindings/cli/command.hpp"
#include "scenarios/launch/launch.hpp"
#include "scenarios/launch/output_place.hpp"

#include <string>

namespace releve {

/// Why a run with --precision stopped, and after how many replicates.
Text precision_text(const compare::Precision& asked, const compare::PrecisionReached& found);

/// The options --seed, --replicates, --precision, --threads, --selfcheck, --memory, --set.
Launch launch_of(const Arguments& arguments, std::string command);
/// The month of --until; UsageError if it is none.
Month until_of(const Arguments& arguments);

inline constexpr Option resume_option{
    .name = "--resume",
    .meaning = {"go on with this run where it was interrupted or killed (same bytes in the end)",
                "poursuivre ce calcul là où il a été interrompu ou tué (mêmes octets à la fin)"}};

/// Runs all plans with a line of progress (on a terminal) and writes their result file, with what is done kept in a journal
/// meanwhile (launch_into); --resume and --no-progress.
Launched execute(const Call& call, const Prepared& prepared, Launch asked, const std::string& output);

}  // namespace releve
