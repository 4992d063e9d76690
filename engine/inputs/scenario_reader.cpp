#include "engine/inputs/scenario_reader.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/reading/action_entries.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/reading/plan_sections.hpp"
#include "engine/inputs/reading/shocks.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace releve {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 16;

/// What scenarios and futures have in common: names, law, parameters, shocks.
void overlay_setting(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems) {
    constexpr std::array<std::string_view, 1> known_laws{"retirement"};
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
        if (const TomlValue* retirement = law->find("retirement")) {
            scenario.law_where = where(file, *retirement);
        }
    }
    if (const TomlValue* parameters = table_at(document, "parameters", file, problems)) {
        read_parameters(*parameters, file, scenario.parameters, problems);
    }
    read_shocks(document, file, scenario.shocks, problems);
}

/// What a document says, laid over what the scenario already has from those it extends.
void overlay(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems) {
    constexpr std::array<std::string_view, 9> known{"pack",       "extends", "name", "name_en", "law",
                                                    "parameters", "action",  "plan", "shock"};
    refuse_unknown_keys(document, known, file, problems);
    if (const std::string pack = text_at(document, "pack", file, problems); !pack.empty()) {
        scenario.pack_directory = beside(file, pack);
    }
    overlay_setting(document, file, scenario, problems);
    if (const TomlValue* actions = document.find("action")) {
        read_actions(*actions, "", "[[action]]", file, scenario.actions, problems);
    }
    read_plan(document, file, scenario, problems);
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

/// A future says what nobody here decides: what belongs to a scenario is refused, each with its line.
void refuse_decisions(TomlValue& document, const std::string& file, Problems& problems) {
    constexpr std::array<std::string_view, 4> of_scenarios{"pack", "extends", "action", "plan"};
    constexpr std::array<std::string_view, 5> known{"name", "name_en", "law", "parameters", "shock"};
    const auto belongs_elsewhere = [&](const TomlValue& value) {
        return std::find(of_scenarios.begin(), of_scenarios.end(), value.key) != of_scenarios.end();
    };
    for (const TomlValue& value : document.items) {
        if (belongs_elsewhere(value)) {
            problems.add(
                where(file, value),
                fill({"\"{}\" does not belong in a future (it holds what nobody here decides: law, parameters, "
                      "shocks) move it to a scenario",
                      "«\u00a0{}\u00a0» n'a pas sa place dans un futur (il contient ce que personne ici ne "
                      "décide\u00a0: loi, "
                      "paramètres, chocs) déplacez-le dans un scénario"},
                     {value.key}));
        }
    }
    std::erase_if(document.items, belongs_elsewhere);
    refuse_unknown_keys(document, known, file, problems);
}

Scenario named_after(const std::string& path) {
    Scenario scenario;
    scenario.file = path;
    scenario.id = fs::path(path).stem().string();
    scenario.name = {scenario.id, scenario.id};
    return scenario;
}

}  // namespace

Scenario read_scenario(const std::string& path, Problems& problems) {
    Scenario scenario = named_after(path);
    std::vector<std::string> chain;
    read_layer(path, chain, scenario, problems);
    if (scenario.pack_directory.empty() && !scenario.file_hashes.empty()) {
        problems.add(path + " pack", {"missing key (the pack the scenario runs on) write pack = \"../packs/langres\"",
                                      "clé absente (le territoire du scénario) écrivez pack = \"../packs/langres\""});
    }
    complete_plan(scenario, problems);
    scenario.resolved = to_toml(scenario);
    return scenario;
}

Scenario read_scenario_text(const std::string& text, const std::string& where, Problems& problems) {
    Scenario scenario;
    scenario.file = where;
    if (const auto document = parse_toml(text, where, problems)) {
        overlay(*document, where, scenario, problems);
        complete_plan(scenario, problems);
    }
    scenario.resolved = to_toml(scenario);
    return scenario;
}

Scenario read_future(const std::string& path, Problems& problems) {
    Scenario future = named_after(path);
    const auto bytes = read_input_file(path, most_toml_bytes, problems);
    const auto document = bytes ? parse_toml(*bytes, path, problems) : std::nullopt;
    if (!document) {
        return future;
    }
    future.file_hashes.emplace_back(path, sha256(*bytes));
    TomlValue keys = *document;
    refuse_decisions(keys, path, problems);
    overlay_setting(*document, path, future, problems);
    return future;
}

Scenario under(const Scenario& scenario, const Scenario& future) {
    Scenario crossed = scenario;
    crossed.plan = {scenario.id, scenario.name};
    crossed.future = {future.id, future.name};
    crossed.id = scenario.id + "@" + future.id;
    crossed.name = fill({"{} \u2014 {}", "{} \u2014 {}"}, {scenario.name, future.name});
    if (!future.retirement_law.empty()) {
        crossed.retirement_law = future.retirement_law;
        crossed.law_where = future.law_where;
    }
    lay_over(crossed.parameters, future.parameters);
    crossed.shocks.insert(crossed.shocks.end(), future.shocks.begin(), future.shocks.end());
    crossed.file_hashes.insert(crossed.file_hashes.end(), future.file_hashes.begin(), future.file_hashes.end());
    crossed.resolved = to_toml(crossed);
    return crossed;
}

}  // namespace releve
