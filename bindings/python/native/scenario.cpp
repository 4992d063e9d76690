#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "scenarios/launch/editing.hpp"

#include <memory>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

std::shared_ptr<Scenario> kept(Scenario scenario) { return std::make_shared<Scenario>(std::move(scenario)); }

std::shared_ptr<Scenario> read(const std::string& path, bool is_future) {
    Problems problems;
    Scenario scenario = is_future ? read_future(path, problems) : read_scenario(path, problems);
    problems.raise();
    return kept(std::move(scenario));
}

py::object month_of(const std::optional<Month>& month) {
    return month ? py::object(py::str(to_string(*month))) : py::object(py::none());
}

py::dict settings_of(const ActionEntry& action) {
    py::dict settings;
    for (const ActionSetting& setting : action.settings) {
        const auto* number = std::get_if<double>(&setting.value);
        settings[py::str(setting.name)] = number != nullptr
                                              ? py::make_tuple(*number, setting.is_duration)
                                              : py::make_tuple(std::get<std::string>(setting.value), false);
    }
    return settings;
}

/// Every key of an action as a dict; settings are (value, whether it is a duration in months).
py::list actions_of(const Scenario& scenario) {
    py::list actions;
    for (const ActionEntry& action : scenario.actions) {
        py::dict keys;
        keys["type"] = action.type;
        keys["term"] = action.term;
        keys["start"] = month_of(action.start);
        keys["end"] = month_of(action.end);
        keys["lead"] = action.lead;
        keys["scheme"] = action.scheme;
        keys["indicator"] = action.indicator;
        keys["target"] = py::cast(action.target);
        keys["review"] = month_of(action.review);
        keys["conventions"] = action.conventions;
        keys["establishments"] = py::cast(action.establishments);
        keys["settings"] = settings_of(action);
        actions.append(keys);
    }
    return actions;
}

py::list shocks_of(const Scenario& scenario) {
    py::list shocks;
    for (const ShockEntry& shock : scenario.shocks) {
        py::dict keys;
        keys["establishment"] = shock.establishment;
        keys["sector"] = shock.sector;
        keys["start"] = to_string(shock.start);
        keys["end"] = month_of(shock.end);
        keys["posts"] = shock.posts;
        keys["growth"] = shock.growth;
        shocks.append(keys);
    }
    return shocks;
}

py::dict parameters_of(const Scenario& scenario) {
    py::dict values;
    for (const ParameterValue& parameter : scenario.parameters) {
        values[py::str(parameter.path)] = parameter.value;
    }
    return values;
}

/// What a scenario is called, whatever the future it is under.
ScenarioName plan_of(const Scenario& scenario) {
    return scenario.plan.value_or(ScenarioName{scenario.id, scenario.name});
}

/// Under a future, only the plan has another name.
std::shared_ptr<Scenario> renamed(const Scenario& scenario, const std::string& id, const std::string& en,
                                  const std::string& fr) {
    Scenario edited = scenario;
    edited.id = id;
    edited.name = {en, fr};
    if (edited.future) {
        edited.plan = {id, edited.name};
        edited.id = id + "@" + edited.future->id;
        edited.name = fill({"{} \u2014 {}", "{} \u2014 {}"}, {edited.name, edited.future->name});
    }
    edited.resolved = to_toml(edited);
    return kept(std::move(edited));
}

std::shared_ptr<Scenario> with_law(const Scenario& scenario, const std::string& law) {
    Scenario edited = scenario;
    edited.retirement_law = law;
    edited.law_where = "with_law(\"" + law + "\")";
    edited.resolved = to_toml(edited);
    return kept(std::move(edited));
}

void bind_reading(py::class_<Scenario, std::shared_ptr<Scenario>>& bound) {
    bound.def_static("read", read, py::arg("path"), py::arg("is_future") = false)
        .def_static("new",
                    [](const std::string& pack, const std::string& id, const std::string& en, const std::string& fr) {
                        return kept(new_scenario(pack, id, {en, fr}));
                    })
        .def_readonly("id", &Scenario::id)
        .def_readonly("file", &Scenario::file)
        .def_readonly("pack", &Scenario::pack_directory)
        .def_readonly("law", &Scenario::retirement_law)
        .def_property_readonly("name", [](const Scenario& scenario) { return pair_of(scenario.name); })
        .def_property_readonly("plan_id", [](const Scenario& scenario) { return plan_of(scenario).id; })
        .def_property_readonly("plan_name", [](const Scenario& scenario) { return pair_of(plan_of(scenario).name); })
        .def_property_readonly("plan_start", [](const Scenario& scenario) { return month_of(scenario.plan_start); })
        .def_property_readonly("future",
                               [](const Scenario& scenario) { return scenario.future ? scenario.future->id : ""; })
        .def_property_readonly("parameters", parameters_of)
        .def_property_readonly("actions", actions_of)
        .def_property_readonly("shocks", shocks_of)
        .def("to_toml", [](const Scenario& scenario) { return to_toml(scenario); })
        .def("save", save_scenario);
}

}  // namespace

void bind_scenario(py::module_& module) {
    py::class_<Scenario, std::shared_ptr<Scenario>> bound(module, "Scenario");
    bind_reading(bound);
    bound.def("renamed", renamed)
        .def("with_law", with_law)
        .def("under", [](const Scenario& one, const Scenario& future) { return kept(under(one, future)); })
        .def("with_action", [](const Scenario& one, const std::string& type, const std::string& term,
                               const GivenKeys& keys) { return kept(with_action(one, type, term, keys)); })
        .def("without_actions",
             [](const Scenario& one, const std::vector<std::size_t>& positions) {
                 return kept(without_actions(one, positions));
             })
        .def("with_parameter", [](const Scenario& one, const std::string& path,
                                  const GivenValue& value) { return kept(with_parameter(one, path, value)); })
        .def("with_shock", [](const Scenario& one, const GivenKeys& keys) { return kept(with_shock(one, keys)); })
        .def("with_plan_start",
             [](const Scenario& one, const std::string& month) { return kept(with_plan_start(one, month)); });
}

}  // namespace releve::python
