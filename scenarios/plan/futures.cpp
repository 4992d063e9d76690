#include "scenarios/plan/futures.hpp"

#include "engine/run/result_file/records.hpp"

#include <utility>

namespace releve {

namespace {

void add_names(Dataset& dataset, const std::string& variable, const std::vector<ScenarioName>& names) {
    const Label meaning = variable_record(variable).label;
    std::vector<std::string> ids, english, french;
    for (const ScenarioName& name : names) {
        ids.push_back(name.id);
        english.push_back(name.name.en);
        french.push_back(name.name.fr);
    }
    const Attribute long_name{"long_name", std::string(meaning.en)};
    const Attribute long_name_fr{"long_name_fr", std::string(meaning.fr)};
    dataset.variables.push_back({variable, {"scenario"}, std::move(ids), {long_name, long_name_fr}});
    dataset.variables.push_back({variable + "_label_en", {"scenario"}, std::move(english), {long_name}});
    dataset.variables.push_back({variable + "_label_fr", {"scenario"}, std::move(french), {long_name_fr}});
}

}  // namespace

void add_futures(Dataset& dataset, const std::vector<Scenario>& scenarios) {
    std::vector<ScenarioName> plans, futures;
    for (const Scenario& scenario : scenarios) {
        plans.push_back(scenario.plan.value_or(ScenarioName{scenario.id, scenario.name}));
        futures.push_back(scenario.future.value_or(ScenarioName{}));
    }
    add_names(dataset, "scenario_plan", plans);
    add_names(dataset, "scenario_future", futures);
}

}  // namespace releve
