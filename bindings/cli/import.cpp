#include "bindings/cli/command.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/interruption.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/results/whole_file.hpp"
#include "scenarios/launch/territory.hpp"
#include "scenarios/survey/import_survey.hpp"
#include "scenarios/survey/merge/write_pack.hpp"
#include "scenarios/survey/quality/quality_report.hpp"
#include "scenarios/survey/template.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <span>

namespace releve::commands {

namespace {

constexpr std::size_t most_workbook_bytes = std::size_t{64} << 20;  ///< 100,000 lines of the survey take 5 MB

constexpr Option options[] = {
    {.name = "--output",
     .takes = "PACK",
     .meaning = {"folder of the new territory's data; with --template, the workbook (.xlsx)",
                 "dossier des données du nouveau territoire ; avec --template, le classeur (.xlsx)"},
     .letter = "-o",
     .required = true},
    {.name = "--template",
     .meaning = {"write an empty workbook to send to employers, in the language of --lang",
                 "écrire un classeur vide à envoyer aux employeurs, dans la langue de --lang"}},
    {.name = "--base",
     .takes = "PACK",
     .meaning = {"data that the answers complete and correct (Langres)",
                 "données que les réponses complètent et corrigent (Langres)"}},
    {.name = "--report",
     .takes = "FILE.csv",
     .meaning = {"write everything found about the quality of the answers",
                 "écrire tout ce qui a été trouvé sur la qualité des réponses"}},
};

Pack base_of(const Call& call) {
    Problems problems;
    std::vector<Text> notes;
    Pack base = read_pack(call.arguments.text("--base", shipped_pack()), problems, notes);
    problems.raise();
    survey::check_base(base, problems);
    problems.raise();
    return base;
}

void say_written(const std::string& path, Language language) {
    fmt::print("{}\n", fill({"written: {}", "écrit\u00a0: {}"}, {path}).in(language));
}

int write_template(const Call& call) {
    const std::string output = call.arguments.text("--output");
    if (!call.arguments.operands().empty()) {
        throw UsageError({"--template writes an empty workbook: no workbook is read; leave its name out",
                          "--template écrit un classeur vide\u00a0: aucun classeur n'est lu\u00a0; ôtez son nom"});
    }
    if (call.arguments.has("--report")) {
        throw UsageError({"--report goes with a workbook to import", "--report va avec un classeur à importer"});
    }
    refuse_unwritable(output);
    write_whole_file(output, survey::survey_template(base_of(call), call.language));
    if (call.json) {
        fmt::print("{}\n", dump({{"ok", true}, {"file", output}}));
    } else {
        say_written(output, call.language);
    }
    return 0;
}

Json json_of(const survey::ResponseWeights& weights) {
    Json strata = Json::array();
    for (const survey::Stratum& stratum : weights.strata) {
        strata.push_back({{"stratum", stratum.code},
                          {"establishments", stratum.population},
                          {"answered", stratum.answered},
                          {"weight", stratum.answered > 0 ? Json(stratum.weight) : Json(nullptr)}});
    }
    return {{"strata", strata},
            {"least", weights.least},
            {"most", weights.most},
            {"capped", false},
            {"effective", weights.effective},
            {"told_by_others_of_their_size", weights.shared_in_band},
            {"told_by_all", weights.shared_by_all}};
}

Json json_of(const survey::QualityReport& quality) {
    Json missing = Json::array();
    for (const survey::Missing& one : quality.missing) {
        missing.push_back({{"sheet", json_of(fill(one.sheet, {}))},
                           {"column", json_of(fill(one.column, {}))},
                           {"blank", one.blank},
                           {"of", one.lines}});
    }
    Json findings = Json::array();
    for (const survey::Finding& finding : quality.findings) {
        findings.push_back({{"kind", survey::finding_words[static_cast<std::size_t>(finding.kind)].code},
                            {"where", finding.where},
                            {"what", json_of(finding.what)}});
    }
    return {{"corrected", quality.corrected},
            {"added", quality.added},
            {"audited", quality.audited},
            {"headcount", quality.headcount},
            {"ages_known", quality.known},
            {"vacant", quality.vacant},
            {"hard_to_fill", quality.hard_to_fill},
            {"planned_recruitments", quality.planned},
            {"age_tests", quality.age_tests},
            {"missing", missing},
            {"findings", findings},
            {"weights", json_of(quality.weights)}};
}

void write_report(const survey::QualityReport& quality, const std::string& path, Language language) {
    const bool french = language == Language::fr;
    const std::string csv = exports::to_csv(survey::quality_sheet(quality, language),
                                            french ? exports::CsvStyle::excel_french : exports::CsvStyle::standard);
    write_whole_file(path, std::as_bytes(std::span(csv)));
}

void show(const survey::ImportedSurvey& imported, const Call& call) {
    const std::string output = call.arguments.text("--output");
    Json tables = Json::array();
    for (const survey::ChangedTable& table : imported.tables) {
        tables.push_back(table.name);
    }
    if (call.json) {
        fmt::print("{}\n",
                   dump({{"ok", true}, {"pack", output}, {"tables", tables}, {"quality", json_of(imported.quality)}}));
    } else {
        fmt::print("{}\n", survey::quality_text(imported.quality, call.language));
        say_written(output, call.language);
    }
}

int import_workbook(const Call& call) {
    if (call.arguments.has("--template")) {
        return write_template(call);
    }
    if (call.arguments.operands().empty()) {
        throw UsageError(
            {"which workbook? releve import WORKBOOK.xlsx -o PACK, or --template to write an empty one",
             "quel classeur\u00a0? releve import CLASSEUR.xlsx -o DOSSIER, ou --template pour en écrire un vide"});
    }
    const std::string file = call.arguments.operands().front(), output = call.arguments.text("--output");
    survey::refuse_occupied(output);
    if (call.arguments.has("--report")) {
        refuse_unwritable(call.arguments.text("--report"));
    }
    const Pack base = base_of(call);
    Problems problems;
    const auto bytes = read_input_file(file, most_workbook_bytes, problems);
    problems.raise();
    const survey::ImportedSurvey imported =
        survey::import_survey(std::as_bytes(std::span(*bytes)), file, base, problems);
    problems.raise();
    const Interruption finishing_first;  // Ctrl-C must not leave half a folder behind; writing takes an instant
    survey::write_pack(base, imported.tables,
                       {std::filesystem::path(file).filename().string(), sha256(*bytes), imported.year}, output);
    if (call.arguments.has("--report")) {
        write_report(imported.quality, call.arguments.text("--report"), call.language);
    }
    show(imported, call);
    return 0;
}

}  // namespace

extern const Command import = {
    .name = "import",
    .meaning =
        {"makes a territory's data of the answers of employers to a survey (a workbook), or writes that workbook "
         "empty",
         "fait les données d'un territoire des réponses d'employeurs à une enquête (un classeur), ou écrit ce "
         "classeur vide"},
    .operands = {"[WORKBOOK.xlsx]", 0, 1, {"the workbook filled in", "le classeur rempli"}},
    .options = options,
    .example = {"releve import survey.xlsx -o my_territory --report quality.csv",
                "releve import enquete.xlsx -o mon_territoire --report qualite.csv"},
    .run = import_workbook,
};

}  // namespace releve::commands
