#include "scenarios/plan/plan_rows.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/model/catalogue.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

Text text_of(Label label) { return {std::string(label.en), std::string(label.fr)}; }

const Output* output_named(std::string_view name) {
    for (const Output* output : all_outputs()) {
        if (output->name == name) {
            return output;
        }
    }
    return nullptr;
}

}  // namespace

void check_indicators(const Scenario& scenario, Problems& problems) {
    std::vector<std::string_view> known;
    for (const Output* output : all_outputs()) {
        known.push_back(output->name);
    }
    for (const ActionEntry& entry : scenario.actions) {
        if (entry.indicator.empty() || output_named(entry.indicator) != nullptr) {
            continue;
        }
        const std::string_view near = nearest_name(entry.indicator, known);
        const Text advice = near.empty()
                                ? Text{" see 'releve describe outputs'", " voir «\u00a0releve describe outputs\u00a0»"}
                                : fill({" did you mean \"{}\"?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
        problems.add(entry.where_of("indicator"), fill({"unknown indicator {} (not an output of the catalogue){}",
                                                        "indicateur inconnu {} (absent du catalogue des résultats){}"},
                                                       {shown(entry.indicator), advice}));
    }
}

namespace committee {

namespace {

std::string written(const ActionSetting& setting) {
    const auto* text = std::get_if<std::string>(&setting.value);
    const std::string value = text != nullptr ? *text : to_text(std::get<double>(setting.value));
    return setting.name + " = " + value + (setting.is_duration ? " months" : "");
}

std::string capacity_of(const ActionEntry& entry, const Action& action) {
    for (const ActionSetting& setting : entry.settings) {
        if (setting.name == action.capacity) {
            return written(setting);
        }
    }
    for (const Parameter& parameter : action.parameters) {
        if (parameter.name == action.capacity) {
            return std::string(parameter.name) + " = " + to_text(parameter.value);
        }
    }
    return "";
}

std::string settings_of(const ActionEntry& entry, const std::string& capacity) {
    std::string all = capacity;
    for (const ActionSetting& setting : entry.settings) {
        const std::string one = written(setting);
        all += one == capacity ? "" : (all.empty() ? "" : ", ") + one;
    }
    return all;
}

/// The aim of a record is for its own indicator.
std::optional<double> target_of(const ActionEntry& entry, const Action& action) {
    const bool own = entry.indicator.empty() || entry.indicator == action.indicator;
    return entry.target || !own || action.target == 0 ? entry.target : std::optional(action.target);
}

Row row_of(const Scenario& scenario, std::size_t number, const Action& action, const Pack& pack, Month until) {
    const ActionEntry& entry = scenario.actions[number];
    Row row;
    row.term = entry.term;
    row.type = entry.type;
    row.action = text_of(action.label);
    row.scheme_code = entry.scheme;
    row.scheme = entry.scheme.empty() ? Text{} : scheme_name(pack, entry.scheme);
    row.capacity = capacity_of(entry, action);
    row.settings = settings_of(entry, row.capacity);
    row.lead = entry.lead.empty() ? text_of(action.owner) : Text{entry.lead, entry.lead};
    row.start = entry.start.value_or(pack.calendar.start);
    row.end = entry.end.value_or(until);
    for (const std::string& code : entry.conventions) {
        row.conventions.emplace_back(code, convention_name(pack, code));
    }
    row.indicator_name = entry.indicator.empty() ? std::string(action.indicator) : entry.indicator;
    const Output* output = output_named(row.indicator_name);
    row.indicator = output == nullptr ? Text{row.indicator_name, row.indicator_name} : text_of(output->label);
    row.target = target_of(entry, action);
    row.review = entry.review.value_or(row.start + action.review_after);
    return row;
}

}  // namespace

double PlanTable::cost() const {
    double sum = std::numeric_limits<double>::quiet_NaN();
    for (const Row& row : rows) {
        if (std::isfinite(row.financing.cost)) {
            sum = (std::isfinite(sum) ? sum : 0) + row.financing.cost;
        }
    }
    return sum;
}

PlanTable plan_table(const Scenario& scenario, const Pack& pack, Month until) {
    PlanTable table{scenario.id, scenario.name, pack.name, scenario.plan_start, {}};
    const std::vector<Financing> financing = financing_of(pack, scenario, pack.calendar.steps_until(until));
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        if (const Action* action = find_action(scenario.actions[i].type)) {
            table.rows.push_back(row_of(scenario, i, *action, pack, until));
            table.rows.back().financing = financing[i];
        }
    }
    std::stable_partition(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.term.empty(); });
    return table;
}

}  // namespace committee

}  // namespace releve
