#include "bindings/cli/command.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/results/netcdf_file.hpp"
#include "scenarios/report/text_report.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--level",
     .takes = "P",
     .meaning = {"confidence of the intervals (0.95)", "confiance des intervalles (0.95)"}},
};

double level_of(const Arguments& arguments) {
    const std::string text = arguments.text("--level", "0.95");
    const auto level = parse_number(text);
    if (!level || *level <= 0 || *level >= 1) {
        throw UsageError(fill({"--level: '{}' is not between 0 and 1 write 0.95",
                               "--level\u00a0: «\u00a0{}\u00a0» n'est pas entre 0 et 1 écrivez 0.95"},
                              {shown(text)}));
    }
    return *level;
}

int compare_scenarios(const Call& call) {
    const double level = level_of(call.arguments);
    const std::string file = call.arguments.operands().front();
    const Dataset results = read_dataset(file);
    if (results.find("scenario") == nullptr || results.find("scenario")->size() < 2) {
        throw InputError({{file,
                           {"a single scenario (nothing to compare it with) run several into one file",
                            "un seul scénario (rien à quoi le comparer) lancez-en plusieurs dans un même fichier"}}});
    }
    if (call.json) {
        const std::vector<report::Measure> measures = report::all_measures(results);
        const std::vector<int> years = report::milestone_years(report::years_of(results));
        const Json changes = json_of_changes(results, measures, report::changes_of(results, measures, years, level));
        fmt::print("{}\n", dump({{"ok", true}, {"level", level}, {"changes", changes}}));
    } else {
        fmt::print("{}", report::comparison_table(results, call.language, level));
    }
    return 0;
}

}  // namespace

extern const Command compare = {
    .name = "compare",
    .meaning = {"differences of each scenario of a result file to its first one, replicate by replicate",
                "écarts de chaque scénario d'un fichier de résultats avec le premier, réplique par réplique"},
    .operands = {"FILE.h5", 1, 1, {"a file written by run or demo", "un fichier écrit par run ou demo"}},
    .options = options,
    .example = {"releve compare plans.h5 --level 0.9", "releve compare plans.h5 --level 0.9"},
    .run = compare_scenarios,
};

}  // namespace releve::commands
