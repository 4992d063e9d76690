#include "bindings/cli/block_json.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/interruption.hpp"
#include "bindings/cli/progress.hpp"
#include "bindings/cli/territory.hpp"
#include "bindings/cli/writing.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/report/diagnosis/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--table",
     .takes = "NAME",
     .meaning = {"one table alone, with all its lines (zones, sectors, sensitive_occupations...)",
                 "un seul tableau, avec toutes ses lignes (zones, sectors, sensitive_occupations...)"}},
    {.name = "--confidential",
     .meaning = {"also the tables that tell of single establishments: for the steering committee alone",
                 "aussi les tableaux qui disent un établissement : pour le seul comité de pilotage"}},
    {.name = "--no-gains",
     .meaning = {"do not simulate what each action would change (much faster)",
                 "ne pas simuler ce que changerait chaque action (bien plus rapide)"}},
    {.name = "--replicates",
     .takes = "N",
     .meaning = {"simulated futures of the baseline and of each action (100)",
                 "futurs simulés de la référence et de chaque action (100)"}},
    {.name = "--threshold",
     .takes = "NAME=VALUE",
     .meaning = {"a threshold of sensitive occupations: --threshold share_from_55=0.25 (repeatable)",
                 "un seuil des métiers sensibles : --threshold share_from_55=0.25 (répétable)"},
     .repeated = true},
    {.name = "--set",
     .takes = "PATH=VALUE",
     .meaning = {"a parameter of the model: --set matching.applications=3 (repeatable)",
                 "un paramètre du modèle : --set matching.applications=3 (répétable)"},
     .repeated = true},
    {.name = "--seed", .takes = "S", .meaning = {"seed of all chance (1)", "graine de tout le hasard (1)"}},
    {.name = "--threads",
     .takes = "T",
     .meaning = {"processors used (all); results do not depend on it",
                 "processeurs utilisés (tous) ; sans effet sur les résultats"}},
    format_option,
    {.name = "--output",
     .takes = "FILE",
     .meaning = {"file to write (standard output; needed for xlsx)",
                 "fichier à écrire (sortie standard ; nécessaire pour xlsx)"},
     .letter = "-o"},
    {.name = "--no-progress", .meaning = {"no progress line", "pas de ligne d'avancement"}},
};

std::vector<ParameterValue> thresholds_of(const Arguments& arguments) {
    std::vector<ParameterValue> values;
    for (const std::string& text : arguments.all("--threshold")) {
        const std::size_t equals = text.find('=');
        const auto number = equals == std::string::npos ? std::nullopt : parse_number(text.substr(equals + 1));
        if (!number) {
            throw UsageError(fill({"--threshold: '{}' is not a threshold and its value write share_from_55=0.25",
                                   "--threshold\u00a0: «\u00a0{}\u00a0» n'est pas un seuil et sa valeur écrivez "
                                   "share_from_55=0.25"},
                                  {shown(text)}));
        }
        values.push_back({text.substr(0, equals), *number, "--threshold " + shown(text)});
    }
    return values;
}

/// The table asked for alone, or all of them.
std::vector<report::Block> chosen(std::vector<report::Block> blocks, const Arguments& arguments) {
    if (!arguments.has("--table")) {
        return blocks;
    }
    const std::string name = arguments.text("--table");
    std::vector<std::string_view> known;
    for (report::Block& block : blocks) {
        if (block.key == name) {
            return {std::move(block)};
        }
        known.push_back(block.key);
    }
    const std::string_view near = nearest_name(name, known);
    const Text hint = near.empty()
                          ? Text{"", ""}
                          : fill({" did you mean '{}'?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    throw UsageError(fill({"--table: no table '{}' in this diagnosis ({}){}",
                           "--table\u00a0: pas de tableau «\u00a0{}\u00a0» dans ce diagnostic ({}){}"},
                          {shown(name), fmt::format("{}", fmt::join(known, ", ")), hint}));
}

std::unique_ptr<audit::Diagnosis> diagnosis_of(const Territory& territory, const Call& call) {
    audit::DiagnosisOptions asked{
        .seed = call.arguments.whole("--seed", 1, 0, 0xFFFFFFFFu),
        .replicates = call.arguments.whole("--replicates", 100, 1, 100'000),
        .threads = static_cast<int>(call.arguments.whole("--threads", 0, 0, 4096)),
        .gains = !call.arguments.has("--no-gains"),
        .thresholds = thresholds_of(call.arguments),
    };
    Progress progress(!call.arguments.has("--no-progress") && isatty(STDERR_FILENO) != 0, call.language);
    asked.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    asked.interrupted = Interruption::asked;
    const Interruption interruption;
    Problems problems;
    auto found = audit::diagnose(territory.pack, territory.baseline, asked, problems);
    problems.raise();
    return found;
}

std::string text_of_all(const std::vector<report::Block>& blocks, const audit::Diagnosis& found, const Call& call) {
    if (call.arguments.has("--table")) {
        return report::block_text(blocks.front(), call.language, true);
    }
    const Text title = fill({"Diagnosis of {}", "Diagnostic de {}"}, {found.pack.name});
    const Text method = fill(
        {"{} simulated futures of five years from {}, without any action. Who works where is drawn from public figures "
         "wherever no survey tells it, anew in each future: figures of a small group are means, with the range in "
         "which 8 "
         "futures in 10 lie.",
         "{} futurs simulés de cinq ans à partir de {}, sans aucune action. Qui travaille où est tiré des chiffres "
         "publics "
         "là où aucune enquête ne le dit, de nouveau dans chaque futur : les chiffres d'un petit groupe sont des "
         "moyennes, "
         "avec l'intervalle où se trouvent 8 futurs sur 10."},
        {std::to_string(found.replicates), to_string(found.pack.calendar.start)});
    std::string text =
        report::heading(title.in(call.language)) + report::wrapped(method.in(call.language), report::page_width, "");
    if (call.arguments.has("--confidential")) {
        text +=
            report::wrapped(Text{"CONFIDENTIAL: tells of single establishments; for the steering committee alone.",
                                 "CONFIDENTIEL : dit des établissements un par un ; pour le seul comité de pilotage."}
                                .in(call.language),
                            report::page_width, "");
    }
    for (const report::Block& block : blocks) {
        if (block.rows_in_text > 0) {
            text += report::block_text(block, call.language, false);
        }
    }
    return text;
}

int diagnose_territory(const Call& call) {
    const Format format = format_of(call.arguments);
    if ((format == Format::csv || format == Format::csv_excel_french) && !call.arguments.has("--table")) {
        throw UsageError({"--format csv holds one table (a diagnosis has many) name it with --table, or take xlsx",
                          "--format csv contient un seul tableau (un diagnostic en a plusieurs) nommez-le par --table, "
                          "ou prenez xlsx"});
    }
    const auto territory = read_territory(call.arguments.operands().front(), call.arguments.all("--set"));
    if (call.arguments.has("--output")) {
        refuse_unwritable(call.arguments.text("--output"));
    }
    for (const Text& note : territory->notes) {
        fmt::print(stderr, "{}\n", note.in(call.language));
    }
    const auto found = diagnosis_of(*territory, call);
    const std::vector<report::Block> blocks =
        chosen(report::diagnosis_blocks(*found, call.arguments.has("--confidential")), call.arguments);
    if (call.json) {
        fmt::print("{}\n", dump({{"ok", true},
                                 {"territory", json_of(found->pack.name)},
                                 {"start", to_string(found->pack.calendar.start)},
                                 {"replicates", found->replicates},
                                 {"seed", found->seed},
                                 {"tables", json_of(blocks)}}));
    }
    if (!call.json || call.arguments.has("--output")) {
        put_out(call, format == Format::text
                          ? text_of_all(blocks, *found, call)
                          : written(blocks, format, found->pack.name.in(call.language), call.language));
    }
    return 0;
}

}  // namespace

extern const Command diagnose = {
    .name = "diagnose",
    .meaning =
        {"the inventory of a territory crossed with its audits: ages, departures, sensitive occupations, "
         "dependence, weak points, levers and what actions would gain",
         "l'état des lieux d'un territoire croisé avec ses audits : âges, départs, métiers sensibles, dépendances, "
         "points faibles, leviers et ce que gagneraient des actions"},
    .operands = {"PACK", 1, 1, {"the folder of a territory", "le dossier d'un territoire"}},
    .options = options,
    .example = {"releve diagnose scenarios/packs/langres --format xlsx -o diagnosis.xlsx",
                "releve diagnose scenarios/packs/langres --format xlsx -o diagnostic.xlsx"},
    .run = diagnose_territory,
};

}  // namespace releve::commands
