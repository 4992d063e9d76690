#include "bindings/cli/command.hpp"
#include "bindings/cli/pages.hpp"
#include "bindings/cli/pension_page.hpp"
#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--format", .takes = "text|md|json", .meaning = {"layout (text)", "mise en forme (text)"}},
    {.name = "--full",
     .meaning = {"whole pages of a topic instead of its list", "pages entières d'un sujet au lieu de sa liste"}},
    {.name = "--born", .takes = "DATE", .meaning = {"pension: date of birth", "pension : date de naissance"}},
    {.name = "--law",
     .takes = "NAME",
     .meaning = {"pension: law of the pack (its latest)", "pension : loi des données (la dernière)"}},
    {.name = "--career-start",
     .takes = "MONTH",
     .meaning = {"pension: first post (at 20)", "pension : premier poste (à 20 ans)"}},
    {.name = "--part-time",
     .takes = "SHARE",
     .meaning = {"pension: share of full time worked, at the minimum wage (1)",
                 "pension : part du temps plein travaillée, au salaire minimum (1)"}},
    {.name = "--pack",
     .takes = "DIR",
     .meaning = {"pension: data that hold the law (Langres)", "pension : données où se trouve la loi (Langres)"}},
};

constexpr std::pair<std::string_view, Label> titles[] = {
    {"plan", {"The plan of a month", "Le plan d'un mois"}},
    {"processes", {"Processes", "Processus"}},
    {"actions", {"Actions", "Actions"}},
    {"outputs", {"Outputs", "Indicateurs"}},
    {"tables", {"Input tables", "Tables d'entrée"}},
    {"parameters", {"Parameters", "Paramètres"}},
    {"synthesis", {"Parameters of the first state", "Paramètres de l'état initial"}},
    {"footprint", {"Bytes of the state", "Octets de l'état"}},
    {"diagnosis", {"What a diagnosis goes by", "Ce qui fonde un diagnostic"}},
    {"workbook", {"Sheets of the survey workbook", "Feuilles du classeur d'enquête"}},
    {"results", {"The result file", "Le fichier de résultats"}},
};

Label title_of(std::string_view topic) {
    for (const auto& [name, title] : titles) {
        if (name == topic) {
            return title;
        }
    }
    return {topic, topic};
}

int describe_records(const Call& call) {
    const std::string format = call.json ? "json" : call.arguments.text("--format", "text");
    if (format != "text" && format != "md" && format != "json") {
        throw UsageError(fill({"--format: '{}' is not text, md or json",
                               "--format\u00a0: «\u00a0{}\u00a0» n'est ni text, ni md, ni json"},
                              {shown(format)}));
    }
    const std::string topic = call.arguments.operands().empty() ? "plan" : call.arguments.operands().front();
    if (topic == "pension") {
        return describe_pension(call);
    }
    if (asks_for_pension(call.arguments)) {
        throw UsageError({"--born, --law, --career-start, --part-time and --pack go with 'releve describe pension'",
                          "--born, --law, --career-start, --part-time et --pack vont avec «\u00a0releve describe "
                          "pension\u00a0»"});
    }
    std::vector<Page> pages = pages_of_topic(topic, call.language);
    const bool list = pages.size() > 1 && !call.arguments.has("--full");
    if (pages.empty()) {
        pages = pages_of_name(topic, call.language);
    }
    if (pages.empty()) {
        const std::string_view near = nearest_name(topic, describable());
        throw UsageError(
            near.empty()
                ? fill({"nothing is named '{}' see 'releve describe processes', 'actions', 'outputs', 'tables'",
                        "rien ne s'appelle «\u00a0{}\u00a0» voir «\u00a0releve describe processes\u00a0», actions, "
                        "outputs, tables"},
                       {shown(topic)})
                : fill({"nothing is named '{}' did you mean '{}'?",
                        "rien ne s'appelle «\u00a0{}\u00a0» vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"},
                       {shown(topic), near}));
    }
    if (format == "json") {
        fmt::print("{}\n", as_json(pages));
    } else if (format == "md") {
        fmt::print("{}", as_markdown(pages, call.language, title_of(topic)));
    } else {
        fmt::print("{}", as_text(pages, call.language, list));
    }
    return 0;
}

}  // namespace

extern const Command describe = {
    .name = "describe",
    .meaning =
        {"what the model holds, from its own records: plan, processes, actions, outputs, tables, parameters; and "
         "the pension dates of one birth",
         "ce que contient le modèle, d'après ses propres fiches : plan, processus, actions, indicateurs, "
         "tables, paramètres ; et les dates de retraite d'une naissance"},
    .operands = {"[plan|processes|actions|outputs|tables|parameters|synthesis|footprint|workbook|diagnosis|results|"
                 "pension|NAME]",
                 0,
                 1,
                 {"a topic, or the name of one process, action, output or table (plan)",
                  "un sujet, ou le nom d'un processus, d'une action, d'un indicateur ou d'une table (plan)"}},
    .options = options,
    .example = {"releve describe matching", "releve describe matching --lang fr"},
    .run = describe_records,
};

}  // namespace releve::commands
