#include "bindings/cli/command.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/launch/input_check.hpp"
#include "scenarios/report/typography.hpp"

#include <fmt/format.h>

namespace releve::commands {

namespace {

constexpr Option options[] = {
    {.name = "--futures",
     .takes = "FILE",
     .meaning = {"check the scenarios under this future too (repeatable)",
                 "vérifier aussi les scénarios dans ce futur (répétable)"},
     .repeated = true},
};

void print_text(const InputCheck& report, Language language) {
    const auto count = [&](std::size_t value) { return report::number(static_cast<double>(value), 0, language); };
    for (const CheckedPack& checked : report.packs) {
        std::size_t all = 0;
        for (const auto& [table, rows] : checked.rows) {
            all += rows;
        }
        fmt::print("{}\n", fill({"{}: {} tables, {} rows", "{}\u00a0: {} tables, {} lignes"},
                                {checked.pack.name, count(checked.rows.size()), count(all)})
                               .in(language));
        report::TextTable lines({"table", language == Language::fr ? "lignes" : "rows"});
        for (const auto& [table, rows] : checked.rows) {
            lines.add({table, count(rows)});
        }
        fmt::print("{}", lines.text());
        for (const Text& note : checked.notes) {
            fmt::print("note{} {}\n", language == Language::fr ? "\u00a0:" : ":", note.in(language));
        }
        if (checked.sound) {
            const std::string off = fmt::format("{}", fmt::join(checked.switched_off, ", "));
            fmt::print("{}{}\n",
                       language == Language::fr ? "processus éteints faute de table\u00a0: "
                                                : "processes switched off for want of a table: ",
                       off.empty() ? (language == Language::fr ? "aucun" : "none") : off);
        }
    }
    for (const std::string& scenario : report.scenarios) {
        fmt::print("{}\n", fill({"scenario {}: keys, actions, settings, parameters and law checked",
                                 "scénario {}\u00a0: clés, actions, réglages, paramètres et loi vérifiés"},
                                {scenario})
                               .in(language));
    }
    if (report.problems.none()) {
        fmt::print("{}\n", language == Language::fr ? "aucun problème" : "no problem");
    }
}

Json json_of_report(const InputCheck& report) {
    Json packs = Json::array();
    for (const CheckedPack& checked : report.packs) {
        Json tables = Json::object();
        for (const auto& [table, rows] : checked.rows) {
            tables[table] = rows;
        }
        Json notes = Json::array();
        for (const Text& note : checked.notes) {
            notes.push_back(json_of(note));
        }
        packs.push_back({{"name", json_of(checked.pack.name)},
                         {"rows", tables},
                         {"notes", notes},
                         {"switched_off", checked.switched_off}});
    }
    return {{"ok", true}, {"packs", packs}, {"scenarios", report.scenarios}};
}

int check_inputs(const Call& call) {
    const InputCheck report = releve::check_inputs(call.arguments.operands(), call.arguments.all("--futures"));
    if (!call.json) {
        print_text(report, call.language);
    }
    report.problems.raise();
    if (call.json) {
        fmt::print("{}\n", dump(json_of_report(report)));
    }
    return 0;
}

}  // namespace

extern const Command check = {
    .name = "check",
    .meaning = {"tells every problem of a pack or of scenarios at once, and what was checked",
                "dit d'un coup tous les problèmes d'un territoire ou de scénarios, et ce qui a été vérifié"},
    .operands = {"PACK|SCENARIO...",
                 1,
                 100,
                 {"folders of data and scenario files (.toml)", "dossiers de données et fichiers de scénario (.toml)"}},
    .options = options,
    .example = {"releve check scenarios/packs/langres scenarios/packs/langres/tutoring.toml",
                "releve check scenarios/packs/langres scenarios/packs/langres/tutoring.toml"},
    .run = check_inputs,
};

}  // namespace releve::commands
