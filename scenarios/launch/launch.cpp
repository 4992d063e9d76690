#include "scenarios/launch/launch.hpp"

#include "engine/run/memory.hpp"
#include "engine/run/result_dataset.hpp"
#include "scenarios/funding/cost_dataset.hpp"
#include "scenarios/launch/version.hpp"
#include "scenarios/own/own_action.hpp"
#include "scenarios/plan/futures.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <tbb/info.h>

namespace releve {

namespace {

namespace fs = std::filesystem;

/// The command that would give the same results: no output file, no threads, no folders.
std::string canonical_command(const Prepared& prepared, const Launch& asked, std::uint32_t replicates) {
    if (!prepared.command_line.empty()) {
        return prepared.command_line;
    }
    std::string text = "releve " + asked.command;
    if (asked.command == "run") {
        for (const std::string& file : prepared.files) {
            text += " " + fs::path(file).filename().string();
        }
        for (const std::string& future : prepared.futures) {
            text += " --futures " + fs::path(future).filename().string();
        }
    }
    const Month until = prepared.pack.calendar.date(prepared.horizon - 1);
    text += fmt::format(" --replicates {} --until {} --seed {}", replicates, to_string(until), asked.seed);
    for (const std::string& set : asked.sets) {
        text += " --set " + set;
    }
    return text;
}

void refuse_too_large(const Prepared& prepared, const Launch& asked, bool in_journal) {
    const std::optional<double> available = asked.memory ? asked.memory : memory_available();
    if (available) {
        const int threads = asked.threads > 0 ? asked.threads : tbb::info::default_concurrency();
        refuse_too_large(memory_need(prepared.plans),
                         {prepared.plans.size(), asked.replicates, static_cast<std::size_t>(threads), in_journal},
                         *available);
    }
}

EnsembleOptions options_of(const Launch& asked) {
    return {.seed = asked.seed,
            .replicates = asked.replicates,
            .threads = asked.threads,
            .selfcheck = asked.selfcheck,
            .progress = asked.progress,
            .interrupted = asked.interrupted};
}

}  // namespace

Launched launch(const Prepared& prepared, const Launch& asked) {
    EnsembleResult done(KeptRuns(prepared.plans.size()));
    return launch(prepared, asked, done);
}

Launched launch(const Prepared& prepared, const Launch& asked, EnsembleResult& done) {
    refuse_too_large(prepared, asked, !done.kept.file().empty());
    compare::PrecisionReached precision;
    if (asked.precision) {
        precision = compare::continue_until_precise(done, prepared.plans, references_of(prepared.scenarios),
                                                    options_of(asked), *asked.precision);
    } else {
        continue_ensemble(done, prepared.plans, options_of(asked));
    }
    return results_of(prepared, asked, done, precision);
}

Launched results_of(const Prepared& prepared, const Launch& asked, const EnsembleResult& done,
                    const compare::PrecisionReached& precision) {
    Launched launched{.replicates = done.replicates, .precision = precision};
    launched.results = make_dataset(done, prepared.plans, prepared.scenarios, prepared.pack,
                                    {.engine_version = std::string(engine_version()),
                                     .source_revision = std::string(source_revision()),
                                     .command_line = canonical_command(prepared, asked, done.replicates),
                                     .pack_name = prepared.pack_name,
                                     .seed = asked.seed,
                                     .replicates = done.replicates});
    add_futures(launched.results, prepared.scenarios);
    add_costs(launched.results, done, prepared.plans, prepared.scenarios, prepared.pack);
    add_own_code(launched.results, prepared.plans);
    launched.results.check();
    return launched;
}

}  // namespace releve
