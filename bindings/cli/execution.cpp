#include "bindings/cli/execution.hpp"

#include "bindings/cli/interruption.hpp"
#include "bindings/cli/progress.hpp"
#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/report/typography.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace releve {

namespace {

namespace fs = std::filesystem;

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

Text precision_text(const compare::Precision& asked, const compare::PrecisionReached& found) {
    const auto width = [&](double value) {
        const auto told = [&](Language language) {
            return asked.relative ? report::percent(value, 1, language) : report::number(value, 1, language);
        };
        return Text{told(Language::en), told(Language::fr)};
    };
    const Label pattern =
        found.reached
            ? Label{"{} replicates are enough: unfilled post-months are compared to within \u00b1 {} ({} asked)",
                    "{} répliques suffisent\u00a0: les mois de poste non pourvus sont comparés à \u00b1 {} près ({} "
                    "demandé)"}
            : Label{
                  "stopped at {} replicates, the most allowed: unfilled post-months are compared to within \u00b1 {} "
                  "({} asked); allow more with --replicates",
                  "arrêt à {} répliques, le maximum permis\u00a0: les mois de poste non pourvus sont comparés à "
                  "\u00b1 {} près ({} demandé)\u00a0; permettez-en plus avec --replicates"};
    return fill(pattern, {std::to_string(found.replicates), width(found.widest), width(asked.half_width)});
}

Launch launch_of(const Arguments& arguments, std::string command) {
    Launch asked;
    asked.command = std::move(command);
    asked.seed = arguments.whole("--seed", 1, 0, 0xFFFFFFFFu);
    asked.precision = precision_of(arguments);
    asked.replicates = arguments.whole("--replicates", asked.precision ? 1000 : 100, 1, 100'000);
    asked.threads = static_cast<int>(arguments.whole("--threads", 0, 0, 4096));
    asked.selfcheck = arguments.has("--selfcheck");
    asked.memory = memory_limit(arguments);
    asked.sets = arguments.all("--set");
    return asked;
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

Launched execute(const Call& call, const Prepared& prepared, Launch asked, const std::string& output) {
    Progress progress(!call.arguments.has("--no-progress") && isatty(STDERR_FILENO) != 0, call.language);
    asked.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    asked.interrupted = Interruption::asked;
    const Interruption interruption;
    asked.told = [&](const Text& note) { fmt::print(stderr, "{}\n", note.in(call.language)); };
    EnsembleResult done;
    return launch_into(output, prepared, asked, call.arguments.has("--resume"), done);
}

}  // namespace releve
