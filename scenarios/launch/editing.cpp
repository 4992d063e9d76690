#include "scenarios/launch/editing.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/reading/action_entries.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/reading/plan_sections.hpp"
#include "engine/inputs/reading/shocks.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "engine/results/whole_file.hpp"
#include "engine/run/parameters.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/plan/plan_rows.hpp"

#include <algorithm>
#include <filesystem>

namespace releve {

namespace {

namespace fs = std::filesystem;

TomlValue text_value(std::string text) {
    TomlValue value;
    value.kind = TomlKind::text;
    value.text = std::move(text);
    value.line = 0;
    return value;
}

TomlValue toml_of(const GivenValue& given) {
    if (const auto* text = std::get_if<std::string>(&given)) {
        return text_value(*text);
    }
    TomlValue value;
    value.line = 0;
    if (const auto* number = std::get_if<double>(&given)) {
        value.kind = TomlKind::number;
        value.number = *number;
        return value;
    }
    value.kind = TomlKind::array;
    for (const std::string& code : std::get<std::vector<std::string>>(given)) {
        value.items.push_back(text_value(code));
    }
    return value;
}

void add(TomlValue& table, const std::string& key, TomlValue value) {
    value.key = key;
    table.positions.emplace(key, table.items.size());
    table.items.push_back(std::move(value));
}

TomlValue table_of(const GivenKeys& keys) {
    TomlValue table;
    table.line = 0;
    for (const auto& [key, given] : keys) {
        add(table, key, toml_of(given));
    }
    return table;
}

/// A list of one table, as [[action]] or [[shock]] would give it.
TomlValue list_of(TomlValue table) {
    TomlValue list;
    list.kind = TomlKind::array;
    list.line = 0;
    list.items.push_back(std::move(table));
    return list;
}

/// What the catalogue alone can tell of an action: its type, settings and indicator.
void check_against_catalogue(ActionEntry entry, Problems& problems) {
    entry.establishments.reset();  // codes of a pack, which is not read here
    Scenario alone;
    alone.actions.push_back(std::move(entry));
    bind_actions(alone, Pack{}, 1, problems);
    check_indicators(alone, problems);
}

void check_term(const Scenario& scenario, const std::string& term, const std::string& call, Problems& problems) {
    const bool known =
        std::any_of(plan_terms.begin(), plan_terms.end(), [&](const PlanTerm& one) { return one.code == term; });
    if (!known) {
        problems.add(call + " term", fill({"unknown term {} (a plan has three sections) write short, medium or long",
                                           "échéance inconnue {} (un plan a trois sections) écrivez short, medium ou "
                                           "long"},
                                          {shown(term)}));
    } else if (!scenario.plan_start) {
        problems.add(call + " term",
                     {"no plan to put it in (its terms run from a start) use with_plan_start(\"2013-09\") first",
                      "pas de plan où la mettre (ses échéances partent d'un début) utilisez d'abord "
                      "with_plan_start(\"2013-09\")"});
    }
}

Scenario finished(Scenario scenario, Problems& problems) {
    complete_plan(scenario, problems);
    problems.raise();
    scenario.resolved = to_toml(scenario);
    return scenario;
}

/// The pack's folder as seen from the folder of a file; as it is where they have nothing in common.
std::string seen_from(const std::string& file, const std::string& pack_directory) {
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file), error).parent_path();
    const fs::path pack = fs::weakly_canonical(fs::absolute(pack_directory), error);
    const fs::path relative = pack.lexically_relative(folder);
    return relative.empty() ? pack.generic_string() : relative.generic_string();
}

}  // namespace

Scenario new_scenario(const std::string& pack_directory, const std::string& id, const Text& name) {
    Scenario scenario;
    scenario.file = id + ".toml";
    scenario.id = id;
    scenario.name = name;
    scenario.pack_directory = pack_directory;
    scenario.resolved = to_toml(scenario);
    return scenario;
}

Scenario with_action(const Scenario& scenario, const std::string& type, const std::string& term,
                     const GivenKeys& keys) {
    const std::string call = "with_action(\"" + shown(type) + "\")";
    Problems problems;
    TomlValue table = table_of(keys);
    add(table, "type", text_value(type));
    std::vector<ActionEntry> read;
    read_actions(list_of(std::move(table)), term, "[[action]]", call, read, problems);
    for (ActionEntry& entry : read) {
        check_against_catalogue(entry, problems);
    }
    if (!term.empty()) {
        check_term(scenario, term, call, problems);
    }
    problems.raise();
    Scenario edited = scenario;
    edited.actions.insert(edited.actions.end(), read.begin(), read.end());
    return finished(std::move(edited), problems);
}

Scenario without_actions(const Scenario& scenario, const std::vector<std::size_t>& positions) {
    Scenario edited = scenario;
    edited.actions.clear();
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        if (std::find(positions.begin(), positions.end(), i) == positions.end()) {
            edited.actions.push_back(scenario.actions[i]);
        }
    }
    edited.resolved = to_toml(edited);
    return edited;
}

Scenario with_parameter(const Scenario& scenario, const std::string& path, const GivenValue& value) {
    const std::string call = "with_parameter(\"" + shown(path) + "\")";
    const std::size_t dot = std::min(path.find('.'), path.size());
    TomlValue owner;
    owner.line = 0;
    add(owner, dot < path.size() ? path.substr(dot + 1) : "", toml_of(value));
    TomlValue table;
    table.line = 0;
    add(table, path.substr(0, dot), std::move(owner));
    Problems problems;
    std::vector<ParameterValue> read;
    read_parameters(table, call, read, problems);
    problems.raise();
    const ParameterValues checked(read, problems);
    problems.raise();
    Scenario edited = scenario;
    lay_over(edited.parameters, read);
    edited.resolved = to_toml(edited);
    return edited;
}

Scenario with_shock(const Scenario& scenario, const GivenKeys& keys) {
    Problems problems;
    TomlValue document;
    add(document, "shock", list_of(table_of(keys)));
    Scenario edited = scenario;
    read_shocks(document, "with_shock()", edited.shocks, problems);
    return finished(std::move(edited), problems);
}

Scenario with_plan_start(const Scenario& scenario, const std::string& month) {
    Problems problems;
    const TomlValue table = table_of({{"start", month}});
    Scenario edited = scenario;
    edited.plan_start = month_at(table, "start", "with_plan_start()", problems);
    problems.raise();
    for (ActionEntry& action : edited.actions) {
        const auto written = [&](std::string_view key) {
            return std::any_of(action.places.begin(), action.places.end(),
                               [&](const auto& place) { return place.first == key; });
        };
        if (!action.term.empty()) {
            action.start = written("start") ? action.start : std::nullopt;
            action.end = written("end") ? action.end : std::nullopt;
        }
    }
    return finished(std::move(edited), problems);
}

void save_scenario(const Scenario& scenario, const std::string& path) {
    Scenario placed = scenario;
    placed.pack_directory = seen_from(path, scenario.pack_directory);
    const std::string text = to_toml(placed);
    write_whole_file(path, std::as_bytes(std::span(text)));
}

}  // namespace releve
