#include "engine/inputs/scenario_reader.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/reading/shocks.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace releve {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 16;

std::optional<ActionSetting> read_setting(const TomlValue& value, const std::string& file, Problems& problems) {
    ActionSetting setting{value.key, 0.0, false, file + ":" + std::to_string(value.line)};
    if (value.is_number()) {
        setting.value = value.number;
    } else if (value.kind == TomlKind::text) {
        const auto months = parse_duration_months(value.text);
        setting.is_duration = months.has_value();
        setting.value = value.text;
        if (months) {
            setting.value = *months;
        }
    } else {
        problems.add(
            where(file, value),
            {"not the setting of an action (a number, a duration or a text) write 40, \"18 months\" or \"text\"",
             "ce n'est pas un réglage d'action (un nombre, une durée ou un texte) écrivez 40, \"18 months\" ou "
             "\"texte\""});
        return std::nullopt;
    }
    return setting;
}

ActionEntry read_action(const TomlValue& table, const std::string& file, Problems& problems) {
    ActionEntry action;
    action.where = file + ":" + std::to_string(table.line);
    if (table.find("type") == nullptr) {
        problems.add(action.where + " action", {"action without a type (which action is it?) write type = \"tutoring\"",
                                                "action sans type (de quelle action s'agit-il\u00a0?) écrivez type = "
                                                "\"tutoring\""});
    }
    action.type = text_at(table, "type", file, problems);
    action.start = month_at(table, "start", file, problems);
    action.end = month_at(table, "end", file, problems);
    if (action.start && action.end && *action.end < *action.start) {
        problems.add(where(file, *table.find("end")),
                     fill({"end {} is before start {} (both months are included) correct one of them",
                           "la fin {} précède le début {} (les deux mois sont compris) corrigez l'un des deux"},
                          {to_string(*action.end), to_string(*action.start)}));
    }
    for (const TomlValue& value : table.items) {
        if (value.key == "type" || value.key == "start" || value.key == "end") {
            continue;
        }
        if (auto setting = read_setting(value, file, problems)) {
            action.settings.push_back(std::move(*setting));
        }
    }
    return action;
}

void read_actions(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems) {
    const TomlValue* actions = document.find("action");
    if (actions == nullptr) {
        return;
    }
    const bool tables = actions->kind == TomlKind::array &&
                        std::all_of(actions->items.begin(), actions->items.end(),
                                    [](const TomlValue& item) { return item.kind == TomlKind::table; });
    if (!tables) {
        problems.add(where(file, *actions), {"not a list of actions (a scenario has several) write [[action]]",
                                             "ce n'est pas une liste d'actions (un scénario en a plusieurs) écrivez "
                                             "[[action]]"});
        return;
    }
    for (const TomlValue& action : actions->items) {
        scenario.actions.push_back(read_action(action, file, problems));
    }
}

/// What a document says, laid over what the scenario already has from those it extends.
void overlay(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems) {
    constexpr std::array<std::string_view, 8> known{"pack", "extends",    "name",   "name_en",
                                                    "law",  "parameters", "action", "shock"};
    constexpr std::array<std::string_view, 1> known_laws{"retirement"};
    refuse_unknown_keys(document, known, file, problems);
    if (const std::string pack = text_at(document, "pack", file, problems); !pack.empty()) {
        scenario.pack_directory = beside(file, pack);
    }
    if (document.find("name") != nullptr) {
        scenario.name.fr = text_at(document, "name", file, problems);
        scenario.name.en = scenario.name.fr;
    }
    if (document.find("name_en") != nullptr) {
        scenario.name.en = text_at(document, "name_en", file, problems);
    }
    if (const TomlValue* law = table_at(document, "law", file, problems)) {
        refuse_unknown_keys(*law, known_laws, file, problems);
        scenario.retirement_law = text_at(*law, "retirement", file, problems);
    }
    if (const TomlValue* parameters = table_at(document, "parameters", file, problems)) {
        read_parameters(*parameters, file, scenario.parameters, problems);
    }
    read_actions(document, file, scenario, problems);
    read_shocks(document, file, scenario.shocks, problems);
}

/// Reads one file over those it extends, base first. `chain` holds the files being read, to refuse a circle.
void read_layer(const std::string& file, std::vector<std::string>& chain, Scenario& scenario, Problems& problems) {
    const auto bytes = read_input_file(file, most_toml_bytes, problems);
    const auto document = bytes ? parse_toml(*bytes, file, problems) : std::nullopt;
    if (!document) {
        return;
    }
    std::error_code error;
    chain.push_back(fs::weakly_canonical(file, error).generic_string());
    if (const std::string extended = text_at(*document, "extends", file, problems); !extended.empty()) {
        const std::string base = beside(file, extended);
        const std::string same = fs::weakly_canonical(base, error).generic_string();
        if (std::find(chain.begin(), chain.end(), same) != chain.end() || chain.size() >= longest_chain) {
            problems.add(
                where(file, *document->find("extends")),
                fill({"circle: {} extends this file in turn, or the chain is longer than {} (a scenario cannot "
                      "extend itself) cut the circle",
                      "cercle\u00a0: {} prolonge à son tour ce fichier, ou la chaîne dépasse {} (un scénario ne "
                      "peut se prolonger lui-même) coupez le cercle"},
                     {shown(extended), std::to_string(longest_chain)}));
        } else {
            read_layer(base, chain, scenario, problems);
        }
    }
    scenario.file_hashes.emplace_back(file, sha256(*bytes));
    overlay(*document, file, scenario, problems);
}

}  // namespace

Scenario read_scenario(const std::string& path, Problems& problems) {
    Scenario scenario;
    scenario.file = path;
    scenario.id = fs::path(path).stem().string();
    scenario.name = {scenario.id, scenario.id};
    std::vector<std::string> chain;
    read_layer(path, chain, scenario, problems);
    if (scenario.pack_directory.empty() && !scenario.file_hashes.empty()) {
        problems.add(path + " pack", {"missing key (the pack the scenario runs on) write pack = \"../packs/langres\"",
                                      "clé absente (le territoire du scénario) écrivez pack = \"../packs/langres\""});
    }
    scenario.resolved = to_toml(scenario);
    return scenario;
}

}  // namespace releve
