#include "scenarios/launch/launch.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/results/netcdf_file.hpp"
#include "engine/run/disk.hpp"
#include "engine/run/memory.hpp"
#include "engine/run/result_dataset.hpp"
#include "scenarios/funding/cost_dataset.hpp"
#include "scenarios/launch/version.hpp"
#include "scenarios/own/own_action.hpp"
#include "scenarios/plan/futures.hpp"

#include <algorithm>
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

/// What two runs must share for one to go on from what the other has kept. Not the replicates, nor what changes no bit.
std::vector<std::string> identity_of(const Prepared& prepared, const Launch& asked) {
    std::vector<std::string> lines{fmt::format("Relève {} ({})", engine_version(), source_revision()),
                                   fmt::format("seed {}", asked.seed),
                                   "until " + to_string(prepared.pack.calendar.date(prepared.horizon - 1))};
    for (const Scenario& scenario : prepared.scenarios) {
        lines.push_back(fmt::format("scenario {} sha256:{}", scenario.id, sha256(scenario.resolved)));
    }
    for (const auto& [file, hash] : prepared.pack.file_hashes) {
        lines.push_back(fs::path(file).filename().string() + " sha256:" + hash);
    }
    std::string outputs;
    for (const Output* output : all_outputs()) {
        outputs += std::string(output->name) + ' ';
    }
    lines.push_back("outputs sha256:" + sha256(outputs));
    for (std::string& line : lines) {
        std::replace(line.begin(), line.end(), '\n', ' ');
    }
    return lines;
}

/// Those of runs that were killed while they wrote their result.
void remove_partial_files(const std::string& path) {
    const fs::path file = path;
    const std::string begin = file.filename().string() + ".partial-";
    std::error_code error;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(file.has_parent_path() ? file.parent_path() : fs::path("."), error)) {
        const std::string name = entry.path().filename().string();
        const bool numbered = name.find_first_not_of("0123456789", begin.size()) == std::string::npos;
        if (name.starts_with(begin) && name.size() > begin.size() && numbered) {
            fs::remove(entry.path(), error);
        }
    }
}

/// The program cannot see whether code around it is what it was.
void refuse_own_code(const std::string& path, const std::vector<Plan>& plans) {
    for (const Plan& plan : plans) {
        for (const Intervention& one : plan.interventions) {
            if (one.own) {
                throw InputError(
                    {{path, fill({"cannot be resumed with {} (code of one's own may have changed meanwhile) "
                                  "start again",
                                  "ne peut être poursuivi avec {} (du code personnel peut avoir changé "
                                  "entre-temps) recommencez"},
                                 {one.name})}});
            }
        }
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

Launched launch_into(const std::string& path, const Prepared& prepared, const Launch& asked, bool resume) {
    const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
    if (const std::optional<double> available = disk_available(folder.string())) {
        refuse_too_long(path, disk_need(prepared.plans, asked.replicates), *available);
    }
    if (resume) {
        refuse_own_code(path, prepared.plans);
    }
    EnsembleResult done(
        KeptRuns(prepared.plans.size(), Journal(path + ".journal", identity_of(prepared, asked), resume)));
    remove_partial_files(path);
    Launched launched = launch(prepared, asked, done);
    write_dataset(launched.results, path);
    done.kept.forget();
    return launched;
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
