#include "bindings/cli/command.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/whole_file.hpp"
#include "scenarios/plan/plan_views.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>

namespace releve::commands {

namespace {

constexpr std::array<std::string_view, 4> formats{"text", "csv", "csv-excel-fr", "xlsx"};

constexpr Option options[] = {
    {.name = "--format",
     .takes = "FORMAT",
     .meaning = {"text (default), csv, csv-excel-fr (as a French Excel opens it) or xlsx",
                 "text (par défaut), csv, csv-excel-fr (tel qu'un Excel français l'ouvre) ou xlsx"}},
    {.name = "--output",
     .takes = "FILE",
     .meaning = {"file to write (standard output; needed for xlsx)",
                 "fichier à écrire (sortie standard ; nécessaire pour xlsx)"},
     .letter = "-o"},
    {.name = "--until",
     .takes = "MONTH",
     .meaning = {"end of actions without one (2030-12)", "fin des actions qui n'en ont pas (2030-12)"}},
};

std::string format_of(const Arguments& arguments) {
    const std::string format = arguments.text("--format", "text");
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
        throw UsageError(fill({"--format: '{}' is none of {}",
                               "--format\u00a0: «\u00a0{}\u00a0» n'est pas un format "
                               "parmi {}"},
                              {shown(format), fmt::format("{}", fmt::join(formats, ", "))}));
    }
    if (format == "xlsx" && !arguments.has("--output")) {
        throw UsageError(
            {"--format xlsx needs a file write -o plan.xlsx", "--format xlsx demande un fichier écrivez -o plan.xlsx"});
    }
    return format;
}

/// The bytes to write, in a format other than JSON.
std::string written(const committee::PlanTable& table, const std::string& format, Language language) {
    if (format == "text") {
        return committee::plan_text(table, language);
    }
    if (format == "xlsx") {
        const std::vector<std::byte> book =
            exports::to_xlsx(committee::plan_book(table, language), committee::plan_title(table, language));
        return {reinterpret_cast<const char*>(book.data()), book.size()};
    }
    return exports::to_csv(committee::plan_sheet(table, language),
                           format == "csv" ? exports::CsvStyle::standard : exports::CsvStyle::excel_french);
}

Json amount(double euros) { return std::isfinite(euros) ? Json(euros) : Json(nullptr); }

Json text_or_null(const Text& text) { return text.en.empty() ? Json(nullptr) : json_of(text); }

Json json_of(const committee::Row& row) {
    Json financing = Json::array();
    for (const auto& [funder, euros] : row.financing.shares) {
        financing.push_back({{"funder", json_of(funder)}, {"amount", amount(euros)}});
    }
    Json conventions = Json::array();
    for (const auto& [code, name] : row.conventions) {
        conventions.push_back({{"code", code}, {"name", json_of(name)}});
    }
    return {{"term", row.term.empty() ? Json(nullptr) : Json(row.term)},
            {"type", row.type},
            {"action", json_of(row.action)},
            {"scheme", row.scheme_code.empty() ? Json(nullptr) : Json(row.scheme_code)},
            {"settings", row.settings},
            {"lead", text_or_null(row.lead)},
            {"start", to_string(row.start)},
            {"end", to_string(row.end)},
            {"cost", amount(row.financing.cost)},
            {"financing", financing},
            {"conventions", conventions},
            {"indicator", row.indicator_name},
            {"indicator_label", json_of(row.indicator)},
            {"target", row.target ? Json(*row.target) : Json(nullptr)},
            {"review", to_string(row.review)}};
}

Json json_of(const committee::PlanTable& table) {
    Json actions = Json::array();
    for (const committee::Row& row : table.rows) {
        actions.push_back(json_of(row));
    }
    return {{"ok", true},
            {"scenario", table.id},
            {"name", json_of(table.name)},
            {"territory", json_of(table.territory)},
            {"start", table.start ? Json(to_string(*table.start)) : Json(nullptr)},
            {"cost", amount(table.cost())},
            {"actions", actions}};
}

int show_plan(const Call& call) {
    const std::string format = format_of(call.arguments);
    const Month until = until_of(call.arguments);
    const auto prepared = prepare(call.arguments.operands(), until, {});
    const committee::PlanTable table = committee::plan_table(prepared->scenarios.front(), prepared->pack, until);
    const std::string output = call.arguments.text("--output");
    if (!output.empty()) {
        refuse_unwritable(output);
        const std::string bytes = written(table, format, call.language);
        write_whole_file(output, std::as_bytes(std::span(bytes)));
    }
    if (call.json) {
        fmt::print("{}\n", dump(json_of(table)));
    } else if (output.empty()) {
        fmt::print("{}", written(table, format, call.language));
    } else {
        fmt::print("{}\n", fill({"written: {}", "écrit\u00a0: {}"}, {output}).in(call.language));
    }
    return 0;
}

}  // namespace

extern const Command plan = {
    .name = "plan",
    .meaning = {"the action plan of a scenario as the committee's table: who leads, when, cost, funding, indicator, "
                "target, review",
                "le plan d'action d'un scénario en tableau pour le comité : pilote, dates, coût, financement, "
                "indicateur, cible, bilan"},
    .operands = {"SCENARIO", 1, 1, {"a scenario file", "un fichier de scénario"}},
    .options = options,
    .example = {"releve plan scenarios/packs/langres/tutoring.toml --format xlsx -o plan.xlsx",
                "releve plan scenarios/packs/langres/tutoring.toml --format xlsx -o plan.xlsx"},
    .run = show_plan,
};

}  // namespace releve::commands
