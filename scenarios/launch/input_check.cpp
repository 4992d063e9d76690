#include "scenarios/launch/input_check.hpp"

#include "engine/inputs/formats/csv.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/check_tables.hpp"
#include "scenarios/launch/prepared.hpp"
#include "scenarios/plan/plan_rows.hpp"

#include <algorithm>
#include <filesystem>

namespace releve {

namespace {

std::size_t rows_of(const std::string& directory, const std::string& table) {
    Problems already_reported;
    const std::string file = (std::filesystem::path(directory) / (table + ".csv")).generic_string();
    auto bytes = read_input_file(file, most_csv_bytes, already_reported);
    return bytes ? read_csv(std::move(*bytes), file, already_reported).rows() : 0;
}

CheckedPack& check_pack(const std::string& directory, InputCheck& report) {
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

void check_scenario(const std::string& file, const std::vector<Scenario>& futures, InputCheck& report) {
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

}  // namespace

InputCheck check_inputs(const std::vector<std::string>& paths, const std::vector<std::string>& futures) {
    InputCheck report;
    const std::vector<Scenario> read = read_futures(futures, report.problems);
    for (const std::string& path : paths) {
        std::error_code error;
        if (path.ends_with(".toml") && !std::filesystem::is_directory(path, error)) {
            check_scenario(path, read, report);
        } else {
            check_pack(path, report);
        }
    }
    return report;
}

}  // namespace releve
