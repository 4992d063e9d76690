#include "bindings/cli/command.hpp"
#include "bindings/cli/comparison_json.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/results/netcdf_file.hpp"
#include "scenarios/compare/committee_file.hpp"
#include "scenarios/report/comparable.hpp"
#include "scenarios/report/comparison/gains.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--level",
     .takes = "P",
     .meaning = {"confidence of the intervals (0.95)", "confiance des intervalles (0.95)"}},
    {.name = "--all",
     .meaning = {"every indicator, at the milestone years", "tous les indicateurs, aux années repères"}},
    {.name = "--by",
     .takes = "DIMENSION",
     .meaning = {"every cell by zone, size, sex, age, sector or occupation: who gains and who loses",
                 "toutes les cases par zone, size, sex, age, sector ou occupation : qui gagne et qui perd"}},
    {.name = "--costs",
     .meaning = {"costs of each plan by action, funder and year",
                 "coûts de chaque plan par action, financeur et année"}},
    {.name = "--decompose",
     .meaning = {"job openings by origin, and who fills them", "postes à pourvoir par origine, et par qui"}},
    {.name = "--committee",
     .takes = "FILE.toml",
     .meaning = {"ranking by the weights of each member of a committee",
                 "classement selon les poids de chaque membre d'un comité"}},
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

std::string dimension_of(const Arguments& arguments) {
    const std::string text = arguments.text("--by");
    std::vector<std::string_view> known;
    for (const report::Breakdown& breakdown : report::breakdowns()) {
        if (breakdown.by == text) {
            return text;
        }
        known.push_back(breakdown.by);
    }
    if (!arguments.has("--by")) {
        return "";
    }
    const std::string_view near = nearest_name(text, known);
    throw UsageError(fill(
        {"--by: '{}' is not a breakdown{} write zone, size, sex, age, sector or occupation",
         "--by\u00a0: «\u00a0{}\u00a0» n'est pas une ventilation{} écrivez zone, size, sex, age, "
         "sector ou occupation"},
        {shown(text), near.empty()
                          ? Text{"", ""}
                          : fill({" (did you mean '{}'?)", " (vouliez-vous dire «\u00a0{}\u00a0»\u00a0?)"}, {near})}));
}

Dataset read_results(const std::string& file) {
    Dataset results = read_dataset(file);
    report::refuse_alone(results, file);
    return results;
}

int compare_scenarios(const Call& call) {
    report::ComparisonAsked asked{.level = level_of(call.arguments),
                                  .all = call.arguments.has("--all"),
                                  .by = dimension_of(call.arguments),
                                  .costs = call.arguments.has("--costs"),
                                  .decompose = call.arguments.has("--decompose")};
    compare::Committee committee;
    if (call.arguments.has("--committee")) {
        Problems problems;
        committee = compare::read_committee(call.arguments.text("--committee"), problems);
        problems.raise();
        asked.committee = &committee;
    }
    const Dataset results = read_results(call.arguments.operands().front());
    if (call.json) {
        fmt::print("{}\n", dump(json_of_comparison(results, asked)));
    } else {
        fmt::print("{}", report::comparison_report(results, call.language, asked));
    }
    return 0;
}

}  // namespace

extern const Command compare = {
    .name = "compare",
    .meaning =
        {"what each plan of a result file changes against the first, who gains and who loses, at what cost",
         "ce que change chaque plan d'un fichier de résultats par rapport au premier, qui gagne, qui perd, à quel "
         "coût"},
    .operands = {"FILE.h5", 1, 1, {"a file written by run or demo", "un fichier écrit par run ou demo"}},
    .options = options,
    .example = {"releve compare plans.h5 --decompose --committee committee.toml",
                "releve compare plans.h5 --decompose --committee committee.toml"},
    .run = compare_scenarios,
};

}  // namespace releve::commands
