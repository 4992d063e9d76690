#include "bindings/cli/command.hpp"
#include "bindings/cli/json.hpp"
#include "engine/base/fill.hpp"
#include "engine/inputs/formats/csv.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/check_tables.hpp"
#include "scenarios/launch/prepared.hpp"
#include "scenarios/plan/plan_rows.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
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

/// A pack read once, however many scenarios run on it.
struct CheckedPack {
    std::string place;
    Pack pack;
    std::vector<Text> notes;
    std::vector<std::pair<std::string, std::size_t>> rows;  ///< by table
    std::vector<std::string_view> switched_off;
    bool sound = false;
};

struct Report {
    std::deque<CheckedPack> packs;  // plans refer to packs: they must not move
    std::vector<std::string> scenarios;
    Problems problems;
};

std::size_t rows_of(const std::string& directory, const std::string& table) {
    Problems already_reported;
    const std::string file = (std::filesystem::path(directory) / (table + ".csv")).generic_string();
    auto bytes = read_input_file(file, most_csv_bytes, already_reported);
    return bytes ? read_csv(std::move(*bytes), file, already_reported).rows() : 0;
}

CheckedPack& check_pack(const std::string& directory, Report& report) {
    const std::string place = same_place(directory);
    for (CheckedPack& known : report.packs) {
        if (known.place == place) {
            return known;
        }
    }
    CheckedPack& checked = report.packs.emplace_back();
    checked.place = place;
    const std::size_t before = report.problems.count();
    checked.pack = read_pack(directory, report.problems, checked.notes);
    checked.sound = report.problems.count() == before;
    for (const std::string& table : checked.pack.tables_present) {
        checked.rows.emplace_back(table, rows_of(directory, table));
    }
    if (checked.sound) {
        check_funding_tables(checked.pack, report.problems);
        const Plan plan = make_plan(checked.pack, {.file = directory, .id = directory}, {}, 12, report.problems);
        checked.switched_off = plan.switched_off;
        checked.sound = report.problems.count() == before;
    }
    return checked;
}

void check_on_pack(const Scenario& scenario, const CheckedPack& checked, Problems& problems) {
    // without a sound pack its dates and laws are not known, but the names still are
    Pack none;
    none.calendar = Calendar{Month::of(2013, 1)};
    const Pack& pack = checked.sound ? checked.pack : none;
    const int horizon = std::max(1, pack.calendar.steps_until(default_until));
    check_indicators(scenario, problems);
    std::vector<Intervention> actions = bind_funded_actions(scenario, pack, horizon, problems);
    if (checked.sound) {
        make_plan(checked.pack, scenario, std::move(actions), horizon, problems);
    } else {
        const ParameterValues names_only(scenario.parameters, problems);
    }
}

void check_scenario(const std::string& file, const std::vector<Scenario>& futures, Report& report) {
    const std::size_t before = report.problems.count();
    const Scenario scenario = read_scenario(file, report.problems);
    if (scenario.pack_directory.empty()) {
        return;  // not read at all, or without a pack: reported
    }
    const CheckedPack& checked = check_pack(scenario.pack_directory, report);
    check_on_pack(scenario, checked, report.problems);
    for (const Scenario& crossed : cross({scenario}, futures)) {
        check_on_pack(crossed, checked, report.problems);
    }
    if (report.problems.count() == before) {
        report.scenarios.push_back(file);
    }
}

void print_text(const Report& report, Language language) {
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

Json json_of_report(const Report& report) {
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
    Report report;
    const std::vector<Scenario> futures = read_futures(call.arguments.all("--futures"), report.problems);
    for (const std::string& path : call.arguments.operands()) {
        std::error_code error;
        if (path.ends_with(".toml") && !std::filesystem::is_directory(path, error)) {
            check_scenario(path, futures, report);
        } else {
            check_pack(path, report);
        }
    }
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
