#include "bindings/cli/command.hpp"
#include "bindings/cli/execution.hpp"
#include "bindings/cli/json.hpp"
#include "bindings/cli/writing.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/plan/plan_views.hpp"

#include <cmath>
#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    format_option,
    output_option,
    {.name = "--until",
     .takes = "MONTH",
     .meaning = {"end of actions without one (2030-12)", "fin des actions qui n'en ont pas (2030-12)"}},
};

/// The bytes to write, in a format other than JSON.
std::string written(const committee::PlanTable& table, Format format, Language language) {
    if (format == Format::text) {
        return committee::plan_text(table, language);
    }
    if (format == Format::xlsx) {
        const std::vector<std::byte> book =
            exports::to_xlsx(committee::plan_book(table, language), committee::plan_title(table, language));
        return {reinterpret_cast<const char*>(book.data()), book.size()};
    }
    return exports::to_csv(committee::plan_sheet(table, language),
                           format == Format::csv ? exports::CsvStyle::standard : exports::CsvStyle::excel_french);
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
    const Format format = format_of(call.arguments);
    const Month until = until_of(call.arguments);
    const auto prepared = prepare(call.arguments.operands(), until, {});
    const committee::PlanTable table = committee::plan_table(prepared->scenarios.front(), prepared->pack, until);
    if (call.arguments.has("--output")) {
        refuse_unwritable(call.arguments.text("--output"));
    }
    if (call.json) {
        fmt::print("{}\n", dump(json_of(table)));
    }
    if (!call.json || call.arguments.has("--output")) {
        put_out(call, written(table, format, call.language));
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
