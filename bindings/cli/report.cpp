#include "bindings/cli/block_json.hpp"
#include "bindings/cli/diagnosing.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/writing.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/launch/territory.hpp"
#include "scenarios/report/typography.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr std::string_view for_firm = "firm:";

constexpr Option options[] = {
    {.name = "--audience",
     .takes = "firm:ID",
     .meaning = {"for whom: firm:ID, the head of that establishment",
                 "pour qui : firm:ID, le dirigeant de cet établissement"},
     .required = true},
    gains_option,
    {.name = "--replicates", .takes = "N", .meaning = {"simulated futures (100)", "futurs simulés (100)"}},
    set_option,
    seed_option,
    threads_option,
    format_option,
    output_option,
    no_progress_option,
};

std::uint32_t establishment_of(const Pack& pack, const std::string& audience) {
    if (!audience.starts_with(for_firm)) {
        throw UsageError(
            fill({"--audience: '{}' is not known write firm:ID, with the identifier of an establishment",
                  "--audience\u00a0: «\u00a0{}\u00a0» est inconnue écrivez firm:ID, avec l'identifiant d'un "
                  "établissement"},
                 {shown(audience)}));
    }
    const std::string id = audience.substr(for_firm.size());
    std::vector<std::string_view> known;
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        if (pack.establishments[e].id == id) {
            return e;
        }
        known.push_back(pack.establishments[e].id);
    }
    const std::string_view near = nearest_name(id, known);
    const Text hint = near.empty() ? Text{"see establishments.csv", "voir establishments.csv"}
                                   : fill({"did you mean '{}'?", "vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    throw InputError(
        {{"--audience " + shown(audience), fill({"no establishment '{}' (the pack has {}) {}",
                                                 "pas d'établissement «\u00a0{}\u00a0» (le territoire en a {}) {}"},
                                                {shown(id), std::to_string(known.size()), hint})}});
}

std::string sheet_text(const std::vector<report::Block>& blocks, const audit::Diagnosis& found,
                       std::uint32_t establishment, Language language) {
    const Text title = fill({"Sheet of establishment {}", "Fiche de l'établissement {}"},
                            {found.pack.establishments[establishment].id});
    const Text about = fill(
        {"{}. CONFIDENTIAL: for the head of the establishment. {} simulated futures of five years from {}, without any "
         "action unless said.",
         "{}. CONFIDENTIEL : pour le dirigeant de l'établissement. {} futurs simulés de cinq ans à partir de {}, sans "
         "action "
         "sauf mention."},
        {found.pack.name, std::to_string(found.replicates), to_string(found.pack.calendar.start)});
    std::string text =
        report::heading(title.in(language)) + report::wrapped(about.in(language), report::page_width, "");
    for (const report::Block& block : blocks) {
        text += report::block_text(block, language, false);
    }
    return text;
}

int report_to_firm(const Call& call) {
    const Format format = format_of(call.arguments);
    if (format == Format::csv || format == Format::csv_excel_french) {
        throw UsageError(
            {"--format csv holds one table (a sheet has several) take text, xlsx or --json",
             "--format csv contient un seul tableau (une fiche en a plusieurs) prenez text, xlsx ou --json"});
    }
    const auto territory = read_territory(call.arguments.operands().front(), call.arguments.all("--set"));
    const std::uint32_t establishment = establishment_of(territory->pack, call.arguments.text("--audience"));
    if (call.arguments.has("--output")) {
        refuse_unwritable(call.arguments.text("--output"));
    }
    for (const Text& note : territory->notes) {
        fmt::print(stderr, "{}\n", note.in(call.language));
    }
    audit::DiagnosisOptions asked = diagnosis_options(call.arguments);
    asked.establishment = establishment;
    const auto found = diagnosis_of(*territory, asked, call);
    const std::vector<report::Block> blocks = report::firm_blocks(*found, establishment);
    if (call.json) {
        fmt::print("{}\n", dump({{"ok", true},
                                 {"territory", json_of(found->pack.name)},
                                 {"establishment", found->pack.establishments[establishment].id},
                                 {"start", to_string(found->pack.calendar.start)},
                                 {"replicates", found->replicates},
                                 {"seed", found->seed},
                                 {"tables", json_of(blocks)}}));
    }
    if (!call.json || call.arguments.has("--output")) {
        put_out(call, format == Format::text
                          ? sheet_text(blocks, *found, establishment, call.language)
                          : written(blocks, format, found->pack.establishments[establishment].id, call.language));
    }
    return 0;
}

}  // namespace

extern const Command report = {
    .name = "report",
    .meaning = {"the sheet of one establishment: who may leave, which know-how is at risk, what it can do, with whom",
                "la fiche d'un établissement : qui peut partir, quels savoir-faire sont à risque, que faire, avec qui"},
    .operands = {"PACK", 1, 1, {"the folder of a territory", "le dossier d'un territoire"}},
    .options = options,
    .example = {"releve report scenarios/packs/langres --audience firm:E1720",
                "releve report scenarios/packs/langres --audience firm:E1720"},
    .run = report_to_firm,
};

}  // namespace releve::commands
