#include "bindings/cli/block_json.hpp"
#include "bindings/cli/diagnosing.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/writing.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

#include <fmt/format.h>

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
    gains_option,
    {.name = "--replicates",
     .takes = "N",
     .meaning = {"simulated futures of the baseline (100)", "futurs simulés de la référence (100)"}},
    {.name = "--threshold",
     .takes = "NAME=VALUE",
     .meaning = {"a threshold of sensitive occupations: --threshold share_from_55=0.25 (repeatable)",
                 "un seuil des métiers sensibles : --threshold share_from_55=0.25 (répétable)"},
     .repeated = true},
    set_option,
    seed_option,
    threads_option,
    format_option,
    output_option,
    no_progress_option,
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

/// The record of the table asked for alone, looked up before anything is simulated; nothing if all are wanted.
const report::DiagnosisTable* table_asked(const Arguments& arguments) {
    if (!arguments.has("--table")) {
        return nullptr;
    }
    const std::string name = arguments.text("--table");
    std::vector<std::string_view> known;
    for (const report::DiagnosisTable& table : report::diagnosis_tables()) {
        if (table.confidential && !arguments.has("--confidential")) {
            if (table.key == name) {
                throw UsageError(
                    fill({"--table: no table '{}' in this diagnosis (it tells of single establishments) add "
                          "--confidential if you may read it",
                          "--table\u00a0: pas de tableau «\u00a0{}\u00a0» dans ce diagnostic (il dit des "
                          "établissements un par un) ajoutez --confidential si vous pouvez le lire"},
                         {shown(name)}));
            }
            continue;
        }
        if (table.key == name) {
            return &table;
        }
        known.push_back(table.key);
    }
    const std::string_view near = nearest_name(name, known);
    const Text hint = near.empty()
                          ? Text{"", ""}
                          : fill({" did you mean '{}'?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    throw UsageError(fill({"--table: no table '{}' in a diagnosis ({}){}",
                           "--table\u00a0: pas de tableau «\u00a0{}\u00a0» dans un diagnostic ({}){}"},
                          {shown(name), fmt::format("{}", fmt::join(known, ", ")), hint}));
}

/// The table asked for alone, or all of them.
std::vector<report::Block> chosen(std::vector<report::Block> blocks, const report::DiagnosisTable* asked) {
    if (asked == nullptr) {
        return blocks;
    }
    for (report::Block& block : blocks) {
        if (block.key == asked->key) {
            return {std::move(block)};
        }
    }
    throw UsageError(
        fill({"--table: the table '{}' is empty in this territory, or hidden by statistical secrecy (it may need "
              "audits, a survey, or --gain-replicates above 0) take another",
              "--table\u00a0: le tableau «\u00a0{}\u00a0» est vide dans ce territoire, ou caché par le secret "
              "statistique (il peut demander des audits, une enquête, ou --gain-replicates au-dessus de 0) "
              "prenez-en un autre"},
             {std::string(asked->key)}));
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
    const report::DiagnosisTable* table = table_asked(call.arguments);
    const auto territory = read_territory(call.arguments.operands().front(), call.arguments.all("--set"));
    if (call.arguments.has("--output")) {
        refuse_unwritable(call.arguments.text("--output"));
    }
    for (const Text& note : territory->notes) {
        fmt::print(stderr, "{}\n", note.in(call.language));
    }
    audit::DiagnosisOptions asked = diagnosis_options(call.arguments);
    asked.thresholds = thresholds_of(call.arguments);
    if (table != nullptr && !table->of_gains) {
        asked.gain_replicates = 0;
    }
    const auto found = diagnosis_of(*territory, asked, call);
    const std::vector<report::Block> blocks =
        chosen(report::diagnosis_blocks(*found, call.arguments.has("--confidential")), table);
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
