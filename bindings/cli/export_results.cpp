#include "scenarios/tables/export_results.hpp"

#include "bindings/cli/command.hpp"
#include "bindings/cli/interruption.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/netcdf_file.hpp"
#include "scenarios/launch/territory.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--output",
     .takes = "DIR",
     .meaning = {"folder to make; nothing is written over", "dossier à faire ; rien n'est remplacé"},
     .letter = "-o",
     .required = true},
    {.name = "--format",
     .takes = "FORMAT",
     .meaning = {"csv (default), csv-excel-fr (as a French Excel opens it) or xlsx (workbooks)",
                 "csv (par défaut), csv-excel-fr (tel qu'un Excel français l'ouvre) ou xlsx (classeurs)"}},
    {.name = "--scenario",
     .takes = "NAME",
     .meaning = {"only this scenario (repeatable)", "ce scénario seulement (répétable)"},
     .repeated = true},
    {.name = "--indicator",
     .takes = "NAME",
     .meaning = {"only this output: unfilled_posts, hires_by_occupation... (repeatable)",
                 "cet indicateur seulement : unfilled_posts, hires_by_occupation... (répétable)"},
     .repeated = true},
    {.name = "--public",
     .meaning = {"apply statistical secrecy: what tells of single establishments or of few people is hidden",
                 "appliquer le secret statistique : ce qui dit un établissement ou quelques personnes est masqué"}},
    {.name = "--pack",
     .takes = "DIR",
     .meaning = {"the pack that the file was made from, for --public",
                 "le territoire dont le fichier a été fait, pour --public"}},
};

tables::ExportFormat format_of(const Arguments& arguments) {
    const std::string text = arguments.text("--format", "csv");
    const auto* const found = std::find(std::begin(tables::export_formats), std::end(tables::export_formats), text);
    if (found == std::end(tables::export_formats)) {
        throw UsageError(
            fill({"--format: '{}' is none of {}", "--format\u00a0: «\u00a0{}\u00a0» n'est pas un format parmi {}"},
                 {shown(text), fmt::format("{}", fmt::join(tables::export_formats, ", "))}));
    }
    return static_cast<tables::ExportFormat>(found - std::begin(tables::export_formats));
}

void refuse_half_public(const Arguments& arguments) {
    if (arguments.has("--public") && !arguments.has("--pack")) {
        throw UsageError(
            {"--public needs the pack (how many establishments stand behind a figure is told there) add --pack DIR",
             "--public demande le territoire (on y lit combien d'établissements sont derrière un chiffre) ajoutez "
             "--pack "
             "DOSSIER"});
    }
    if (arguments.has("--pack") && !arguments.has("--public")) {
        throw UsageError({"--pack serves --public alone add --public, or leave --pack out",
                          "--pack ne sert qu'à --public ajoutez --public, ou enlevez --pack"});
    }
}

Text told(const tables::Summary& summary, const std::string& folder) {
    const auto count = [](std::size_t value) {
        const auto in = [&](Language language) { return report::number(static_cast<double>(value), 0, language); };
        return Text{in(Language::en), in(Language::fr)};
    };
    Text text =
        fill({"written: {} ({} files, {} rows of means)", "écrit\u00a0: {} ({} fichiers, {} lignes de moyennes)"},
             {folder, count(summary.files.size()), count(summary.figures)});
    const Text secrecy =
        summary.is_public
            ? fill({"\npublic: {} rows hidden; left out: {}",
                    "\npublic\u00a0: {} lignes masquées ; laissés de côté\u00a0: {}"},
                   {count(summary.hidden), summary.left_out.empty()
                                               ? Text{"nothing", "rien"}
                                               : Text{fmt::format("{}", fmt::join(summary.left_out, ", ")),
                                                      fmt::format("{}", fmt::join(summary.left_out, ", "))}})
            : Text{"\nconfidential: nothing is hidden (--public makes tables that can be published)",
                   "\nconfidentiel\u00a0: rien n'est masqué (--public fait des tables publiables)"};
    return {text.en + secrecy.en, text.fr + secrecy.fr};
}

int export_tables(const Call& call) {
    const std::string file = call.arguments.operands().front();
    const std::string folder = call.arguments.text("--output");
    tables::ExportAsked asked{.file = file,
                              .format = format_of(call.arguments),
                              .scenarios = call.arguments.all("--scenario"),
                              .outputs = call.arguments.all("--indicator"),
                              .language = call.language,
                              .interrupted = Interruption::asked};
    refuse_half_public(call.arguments);
    std::unique_ptr<Territory> territory;
    if (call.arguments.has("--public")) {
        territory = read_territory(call.arguments.text("--pack"), {});
        asked.public_by = &territory->pack;
    }
    const Dataset results = read_dataset(file);
    tables::refuse_occupied(folder);
    const Interruption interruption;
    const tables::Summary summary = tables::export_results(results, asked, folder);
    if (call.json) {
        Json files = Json::array();
        for (const tables::FileTold& one : summary.files) {
            files.push_back({{"name", one.name}, {"holds", json_of(one.holds)}, {"rows", one.rows}});
        }
        fmt::print("{}\n", dump({{"ok", true},
                                 {"folder", folder},
                                 {"public", summary.is_public},
                                 {"rows", summary.figures},
                                 {"hidden", summary.hidden},
                                 {"left_out", summary.left_out},
                                 {"files", files}}));
    } else {
        fmt::print("{}\n", told(summary, folder).in(call.language));
    }
    return 0;
}

}  // namespace

extern const Command export_results = {
    .name = "export",
    .meaning =
        {"tables of a result file for other programs: CSV, CSV for a French Excel, workbooks; with --public, tables "
         "that "
         "can be published",
         "des tables d'un fichier de résultats pour d'autres programmes : CSV, CSV pour un Excel français, classeurs ; "
         "avec --public, des tables publiables"},
    .operands = {"FILE.h5", 1, 1, {"a file written by run or demo", "un fichier écrit par run ou demo"}},
    .options = options,
    .example = {"releve export plans.h5 -o tables --format xlsx --scenario baseline --scenario tutoring",
                "releve export plans.h5 -o tables --format xlsx --scenario baseline --scenario tutoring"},
    .run = export_tables,
};

}  // namespace releve::commands
