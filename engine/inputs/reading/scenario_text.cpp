#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/formats/toml_scalar.hpp"
#include "engine/inputs/scenario_reader.hpp"

#include <algorithm>

namespace releve {

namespace {

std::string key_of(const std::string& name) {
    const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), is_bare_key_byte);
    return bare ? name : toml_quoted(name);
}

/// "matching.applications": the record, a dot, the parameter.
std::string path_of(const std::string& path) {
    const std::size_t dot = path.find('.');
    return dot == std::string::npos ? key_of(path) : key_of(path.substr(0, dot)) + "." + key_of(path.substr(dot + 1));
}

std::string value_of(const ActionSetting& setting) {
    if (const auto* text = std::get_if<std::string>(&setting.value)) {
        return toml_quoted(*text);
    }
    const std::string number = to_text(std::get<double>(setting.value));
    return setting.is_duration ? toml_quoted(number + " months") : number;
}

void write_text(std::string_view key, const std::string& value, std::string& text) {
    if (!value.empty()) {
        text += std::string(key) + " = " + toml_quoted(value) + "\n";
    }
}

void write_month(std::string_view key, const std::optional<Month>& month, std::string& text) {
    write_text(key, month ? to_string(*month) : "", text);
}

void write_codes(std::string_view key, const std::vector<std::string>& codes, std::string& text) {
    std::string list;
    for (const std::string& code : codes) {
        list += (list.empty() ? "" : ", ") + toml_quoted(code);
    }
    text += codes.empty() ? "" : std::string(key) + " = [" + list + "]\n";
}

void write_action(const ActionEntry& action, std::string& text) {
    text += "\n[[" + (action.term.empty() ? "action" : "plan." + action.term) +
            "]]\ntype = " + toml_quoted(action.type) + "\n";
    write_month("start", action.start, text);
    write_month("end", action.end, text);
    write_text("lead", action.lead, text);
    write_text("scheme", action.scheme, text);
    write_text("indicator", action.indicator, text);
    text += action.target ? "target = " + to_text(*action.target) + "\n" : "";
    write_month("review", action.review, text);
    write_codes("conventions", action.conventions, text);
    write_codes("establishments", action.establishments.value_or(std::vector<std::string>{}), text);
    std::vector<ActionSetting> settings = action.settings;
    std::sort(settings.begin(), settings.end(),
              [](const ActionSetting& a, const ActionSetting& b) { return a.name < b.name; });
    for (const ActionSetting& setting : settings) {
        text += key_of(setting.name) + " = " + value_of(setting) + "\n";
    }
}

void write_shock(const ShockEntry& shock, std::string& text) {
    text += "\n[[shock]]\n";
    text += shock.establishment.empty() ? "sector = " + toml_quoted(shock.sector)
                                        : "establishment = " + toml_quoted(shock.establishment);
    text += "\nstart = " + toml_quoted(to_string(shock.start)) + "\n";
    if (shock.end) {
        text += "end = " + toml_quoted(to_string(*shock.end)) + "\n";
    }
    text += "posts = " + to_text(shock.posts) + "\ngrowth = " + to_text(shock.growth) + "\n";
}

}  // namespace

std::string to_toml(const Scenario& scenario) {
    std::string text = "pack = " + toml_quoted(scenario.pack_directory) + "\n";
    text += "name = " + toml_quoted(scenario.name.fr) + "\n";
    text += "name_en = " + toml_quoted(scenario.name.en) + "\n";
    if (!scenario.retirement_law.empty()) {
        text += "\n[law]\nretirement = " + toml_quoted(scenario.retirement_law) + "\n";
    }
    std::vector<ParameterValue> parameters = scenario.parameters;
    std::sort(parameters.begin(), parameters.end(),
              [](const ParameterValue& a, const ParameterValue& b) { return a.path < b.path; });
    text += parameters.empty() ? "" : "\n[parameters]\n";
    for (const ParameterValue& parameter : parameters) {
        text += path_of(parameter.path) + " = " + to_text(parameter.value) + "\n";
    }
    if (scenario.plan_start) {
        text += "\n[plan]\n";
        write_month("start", scenario.plan_start, text);
    }
    for (const ActionEntry& action : scenario.actions) {
        write_action(action, text);
    }
    for (const ShockEntry& shock : scenario.shocks) {
        write_shock(shock, text);
    }
    return text;
}

}  // namespace releve
