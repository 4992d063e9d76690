#include "bindings/cli/command.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/json.hpp"
#include "bindings/cli/repeating.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/report/typography.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--output",
     .takes = "FILE.h5",
     .meaning = {"result file", "fichier de résultats"},
     .letter = "-o",
     .required = true},
    {.name = "--replicates",
     .takes = "N",
     .meaning = {"draws of chance for each scenario (100)", "tirages du hasard pour chaque scénario (100)"}},
    {.name = "--precision",
     .takes = "P",
     .meaning =
         {"add replicates (up to --replicates, or 1000) until the difference of unfilled post-months to the "
          "baseline is known within P: 5% of the baseline's, or a number of post-months",
          "ajouter des répliques (jusqu'à --replicates, ou 1000) tant que l'écart de mois de poste non pourvus "
          "à la référence n'est pas connu à P près : 5% de ceux de la référence, ou un nombre de mois de poste"}},
    {.name = "--until",
     .takes = "MONTH",
     .meaning = {"last month simulated (2030-12)", "dernier mois simulé (2030-12)"}},
    {.name = "--seed", .takes = "S", .meaning = {"seed of all chance (1)", "graine de tout le hasard (1)"}},
    {.name = "--threads",
     .takes = "T",
     .meaning = {"processors used (all); results do not depend on it",
                 "processeurs utilisés (tous) ; sans effet sur les résultats"}},
    {.name = "--set",
     .takes = "PATH=VALUE",
     .meaning = {"a parameter for all scenarios: --set matching.applications=3 (repeatable)",
                 "un paramètre pour tous les scénarios : --set matching.applications=3 (répétable)"},
     .repeated = true},
    {.name = "--futures",
     .takes = "FILE",
     .meaning = {"run every scenario under this future: law, parameters, shocks (repeatable)",
                 "simuler chaque scénario dans ce futur : loi, paramètres, chocs (répétable)"},
     .repeated = true},
    {.name = "--from",
     .takes = "FILE.h5",
     .meaning = {"repeat the run that wrote this file: the same bytes, from what the file holds",
                 "refaire la simulation qui a écrit ce fichier : les mêmes octets, à partir de son contenu"}},
    {.name = "--pack",
     .takes = "DIR",
     .meaning = {"with --from: the pack, for what the file does not hold",
                 "avec --from : le territoire, pour ce que le fichier ne contient pas"}},
    {.name = "--selfcheck", .meaning = {"verify the state every month (slow)", "vérifier l'état chaque mois (lent)"}},
    {.name = "--memory",
     .takes = "MB",
     .meaning = {"memory the run may take (all that is available)",
                 "mémoire que le calcul peut prendre (toute celle disponible)"}},
    resume_option,
    {.name = "--no-progress", .meaning = {"no progress line", "pas de ligne d'avancement"}},
};

int run_scenarios(const Call& call) {
    Launch asked = launch_of(call.arguments, "run");
    const std::string output = call.arguments.text("--output");
    const auto prepared = prepared_of(call.arguments, asked);
    static_cast<void>(result_place(output));  // before all else
    for (const Text& note : prepared->notes) {
        fmt::print(stderr, "{}\n", note.in(call.language));
    }
    const Launched launched = execute(call, *prepared, asked, output);
    if (call.json) {
        Json names = Json::array();
        for (const Scenario& scenario : prepared->scenarios) {
            names.push_back(scenario.id);
        }
        fmt::print("{}\n", dump({{"ok", true},
                                 {"file", output},
                                 {"scenarios", names},
                                 {"replicates", launched.replicates},
                                 {"precision_reached", asked.precision ? Json(launched.precision.reached) : Json()},
                                 {"seed", asked.seed},
                                 {"months", prepared->horizon}}));
        return 0;
    }
    const auto count = [&](std::size_t value) { return report::number(static_cast<double>(value), 0, call.language); };
    const Text summary =
        fill({"{}: {}, {} of each, {} months from {}, seed {}\nwritten: {}",
              "{}\u00a0: {}, {} de chacun, {} mois depuis {}, graine {}\nécrit\u00a0: {}"},
             {prepared->pack.name, report::counted(prepared->scenarios.size(), {"scenario", "scénario"}),
              report::counted(launched.replicates, {"replicate", "réplique"}),
              count(static_cast<std::size_t>(prepared->horizon)), to_string(prepared->pack.calendar.start),
              std::to_string(asked.seed), output});
    fmt::print("{}\n", summary.in(call.language));
    if (asked.precision) {
        fmt::print("{}\n", precision_text(*asked.precision, launched.precision).in(call.language));
    }
    return 0;
}

}  // namespace

extern const Command run = {
    .name = "run",
    .meaning = {"simulates scenarios of one territory with the same chance and writes one result file",
                "simule les scénarios d'un territoire avec le même hasard et écrit un fichier de résultats"},
    .operands = {"SCENARIO...",
                 0,
                 50,
                 {"scenario files; the first is the baseline", "fichiers de scénario ; le premier sert de référence"}},
    .options = options,
    .example = {"releve run baseline.toml tutoring.toml -o plans.h5 --replicates 200 --until 2025-12",
                "releve run baseline.toml tutoring.toml -o plans.h5 --replicates 200 --until 2025-12"},
    .run = run_scenarios,
};

}  // namespace releve::commands
