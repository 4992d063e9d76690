#include "bindings/cli/command.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/launch/territory.hpp"
#include "scenarios/report/text_report.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--output",
     .takes = "FILE.h5",
     .meaning = {"result file (langres.h5)", "fichier de résultats (langres.h5)"},
     .letter = "-o"},
    {.name = "--replicates",
     .takes = "N",
     .meaning = {"draws of chance for each plan (100)", "tirages du hasard pour chaque plan (100)"}},
    {.name = "--until",
     .takes = "MONTH",
     .meaning = {"last month simulated (2030-12)", "dernier mois simulé (2030-12)"}},
    {.name = "--seed", .takes = "S", .meaning = {"seed of all chance (1)", "graine de tout le hasard (1)"}},
    {.name = "--threads", .takes = "T", .meaning = {"processors used (all)", "processeurs utilisés (tous)"}},
    {.name = "--pack",
     .takes = "DIR",
     .meaning = {"where the Langres pack is", "où se trouvent les données de Langres"}},
    {.name = "--memory",
     .takes = "MB",
     .meaning = {"memory the run may take (all that is available)",
                 "mémoire que le calcul peut prendre (toute celle disponible)"}},
    resume_option,
    {.name = "--no-progress", .meaning = {"no progress line", "pas de ligne d'avancement"}},
};

int run_demo(const Call& call) {
    const Launch asked = launch_of(call.arguments, "demo");
    const Month until = until_of(call.arguments);
    const std::string output = call.arguments.text("--output", "langres.h5");
    const std::string pack = call.arguments.text("--pack", shipped_pack());
    const auto prepared =
        prepare({pack + "/baseline.toml", pack + "/tutoring.toml", pack + "/insertion_platform.toml"}, until, {});
    static_cast<void>(result_place(output));  // before all else
    const Launched launched = execute(call, *prepared, asked, output);
    if (call.json) {
        const std::vector<report::Measure> measures = report::plan_measures();
        const std::vector<int> years = report::milestone_years(report::years_of(launched.results));
        const Json changes =
            json_of_changes(launched.results, measures, report::changes_of(launched.results, measures, years, 0.95));
        fmt::print("{}\n",
                   dump({{"ok", true}, {"file", output}, {"replicates", launched.replicates}, {"changes", changes}}));
    } else {
        const Text written =
            fill({"Everything is in {} (releve compare {})", "Tout est dans {} (releve compare {})"}, {output, output});
        fmt::print("{}{}\n", report::planners_report(launched.results, call.language), written.in(call.language));
    }
    return 0;
}

}  // namespace

extern const Command demo = {
    .name = "demo",
    .meaning =
        {"the Langres area, 2013 to 2030: if nothing is decided, with tutoring, with an insertion platform",
         "le pays de Langres de 2013 à 2030 : si rien n'est décidé, avec du tutorat, avec une plateforme d'insertion"},
    .operands = {},
    .options = options,
    .example = {"releve demo -o langres.h5 --lang en", "releve demo -o langres.h5 --lang fr"},
    .run = run_demo,
};

}  // namespace releve::commands
