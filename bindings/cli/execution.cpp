#include "bindings/cli/execution.hpp"

#include "bindings/cli/interruption.hpp"
#include "bindings/cli/progress.hpp"
#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/run/memory.hpp"
#include "engine/run/result_dataset.hpp"
#include "scenarios/funding/cost_dataset.hpp"
#include "scenarios/plan/futures.hpp"
#include "scenarios/report/typography.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <tbb/info.h>
#include <unistd.h>

namespace releve {

namespace {

namespace fs = std::filesystem;

/// The command that would give the same results: no output file, no threads, no folders.
std::string canonical_command(const Prepared& prepared, const Execution& execution) {
    std::string text = "releve " + execution.command;
    if (execution.command == "run") {
        for (const std::string& file : prepared.files) {
            text += " " + fs::path(file).filename().string();
        }
        for (const std::string& future : prepared.futures) {
            text += " --futures " + fs::path(future).filename().string();
        }
    }
    const Month until = prepared.pack.calendar.date(prepared.horizon - 1);
    text +=
        fmt::format(" --replicates {} --until {} --seed {}", execution.replicates, to_string(until), execution.seed);
    for (const std::string& set : execution.sets) {
        text += " --set " + set;
    }
    return text;
}

/// [bytes] the option --memory, in MB.
std::optional<double> memory_limit(const Arguments& arguments) {
    if (!arguments.has("--memory")) {
        return std::nullopt;
    }
    const std::string text = arguments.text("--memory");
    const auto megabytes = parse_number(text);
    if (!megabytes || *megabytes <= 0) {
        throw UsageError(fill({"--memory: '{}' is not a number of MB write 4000",
                               "--memory\u00a0: «\u00a0{}\u00a0» n'est pas un nombre de Mo écrivez 4000"},
                              {shown(text)}));
    }
    return *megabytes * 1e6;
}

void refuse_too_large(const Prepared& prepared, const Execution& execution) {
    const std::optional<double> available = execution.memory ? execution.memory : memory_available();
    if (available) {
        const int threads = execution.threads > 0 ? execution.threads : tbb::info::default_concurrency();
        refuse_too_large(memory_need(prepared.plans),
                         {prepared.plans.size(), execution.replicates, static_cast<std::size_t>(threads)}, *available);
    }
}

/// "5%", "5 %" or "40" post-months.
std::optional<compare::Precision> precision_of(const Arguments& arguments) {
    if (!arguments.has("--precision")) {
        return std::nullopt;
    }
    const std::string text = arguments.text("--precision");
    const std::size_t mark = text.find('%');
    const bool relative = mark != std::string::npos && mark + 1 == text.size();
    std::string written = relative ? text.substr(0, mark) : text;
    written.erase(written.find_last_not_of(' ') + 1);
    const auto number = parse_number(written);
    if (!number || *number <= 0) {
        throw UsageError(
            fill({"--precision: '{}' is not a half-width above 0 write 5% (of the baseline's unfilled "
                  "post-months) or 40 (post-months)",
                  "--precision\u00a0: «\u00a0{}\u00a0» n'est pas une demi-largeur positive écrivez 5% (des "
                  "mois de poste non pourvus de la référence) ou 40 (mois de poste)"},
                 {shown(text)}));
    }
    return compare::Precision{relative ? *number / 100 : *number, relative};
}

}  // namespace

Text precision_text(const Execution& execution) {
    const compare::Precision& asked = *execution.precision;
    const auto width = [&](double value) {
        const auto told = [&](Language language) {
            return asked.relative ? report::percent(value, 1, language) : report::number(value, 1, language);
        };
        return Text{told(Language::en), told(Language::fr)};
    };
    const Label pattern =
        execution.reached.reached
            ? Label{"{} replicates are enough: unfilled post-months are compared to within \u00b1 {} ({} asked)",
                    "{} répliques suffisent\u00a0: les mois de poste non pourvus sont comparés à \u00b1 {} près ({} "
                    "demandé)"}
            : Label{
                  "stopped at {} replicates, the most allowed: unfilled post-months are compared to within \u00b1 {} "
                  "({} asked); allow more with --replicates",
                  "arrêt à {} répliques, le maximum permis\u00a0: les mois de poste non pourvus sont comparés à "
                  "\u00b1 {} près ({} demandé)\u00a0; permettez-en plus avec --replicates"};
    return fill(pattern,
                {std::to_string(execution.replicates), width(execution.reached.widest), width(asked.half_width)});
}

Execution execution_of(const Arguments& arguments, std::string command) {
    Execution execution;
    execution.command = std::move(command);
    execution.seed = arguments.whole("--seed", 1, 0, 0xFFFFFFFFu);
    execution.precision = precision_of(arguments);
    execution.replicates = arguments.whole("--replicates", execution.precision ? 1000 : 100, 1, 100'000);
    execution.threads = static_cast<int>(arguments.whole("--threads", 0, 0, 4096));
    execution.selfcheck = arguments.has("--selfcheck");
    execution.progress = !arguments.has("--no-progress");
    execution.memory = memory_limit(arguments);
    execution.sets = arguments.all("--set");
    return execution;
}

Month until_of(const Arguments& arguments) {
    if (!arguments.has("--until")) {
        return default_until;
    }
    const std::string text = arguments.text("--until");
    const auto month = parse_month(text);
    if (!month) {
        throw UsageError(fill({"--until: '{}' is not a month write 2030-12",
                               "--until\u00a0: «\u00a0{}\u00a0» n'est pas un mois écrivez 2030-12"},
                              {shown(text)}));
    }
    return *month;
}

void refuse_unwritable(const std::string& path) {
    std::error_code error;
    const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error)) {
        throw IoError(path, {"no such folder", "ce dossier n'existe pas"});
    }
    if (fs::is_directory(path, error)) {
        throw IoError(path, {"is a folder", "est un dossier"});
    }
    if (access(folder.c_str(), W_OK) != 0) {
        throw IoError(path, {"the folder is not writable", "le dossier n'est pas accessible en écriture"});
    }
}

Dataset execute(const Prepared& prepared, Execution& execution, Language language) {
    refuse_too_large(prepared, execution);
    Progress progress(execution.progress && isatty(STDERR_FILENO) != 0, language);
    EnsembleOptions options;
    options.seed = execution.seed;
    options.replicates = execution.replicates;
    options.threads = execution.threads;
    options.selfcheck = execution.selfcheck;
    options.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    options.interrupted = Interruption::asked;
    auto interruption = std::make_optional<Interruption>();
    const EnsembleResult result = execution.precision
                                      ? compare::run_until_precise(prepared.plans, references_of(prepared.scenarios),
                                                                   options, *execution.precision, execution.reached)
                                      : run_ensemble(prepared.plans, options);
    execution.replicates = result.replicates();
    interruption.reset();
    progress.clear();
    const std::string revision = RELEVE_REVISION;
    Dataset dataset = make_dataset(result, prepared.plans, prepared.scenarios, prepared.pack,
                                   {.engine_version = RELEVE_VERSION,
                                    .source_revision = revision.empty() ? "unknown" : revision,
                                    .command_line = canonical_command(prepared, execution),
                                    .pack_name = fs::path(same_place(prepared.pack_directory)).filename().string(),
                                    .seed = execution.seed,
                                    .replicates = execution.replicates});
    add_futures(dataset, prepared.scenarios);
    add_costs(dataset, result, prepared.plans, prepared.scenarios, prepared.pack);
    dataset.check();
    return dataset;
}

}  // namespace releve
