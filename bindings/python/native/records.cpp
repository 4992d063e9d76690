#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "engine/base/parameter.hpp"
#include "engine/inputs/table.hpp"
#include "engine/model/catalogue.hpp"
#include "engine/run/parameters.hpp"
#include "scenarios/actions/action.hpp"

#include <pybind11/stl.h>

namespace releve::python {

namespace {

py::list names_of(std::span<const std::string_view> names) {
    py::list all;
    for (const std::string_view name : names) {
        all.append(std::string(name));
    }
    return all;
}

py::list parameters_of(std::span<const Parameter> parameters) {
    py::list all;
    for (const Parameter& parameter : parameters) {
        py::dict record;
        record["name"] = std::string(parameter.name);
        record["default"] = parameter.value;
        record["unit"] = std::string(parameter.unit);
        record["least"] = parameter.least;
        record["most"] = parameter.most;
        record["range"] = pair_of(range_of(parameter));
        record["meaning"] = pair_of(parameter.meaning);
        record["source"] = std::string(parameter.source);
        record["guess"] = parameter.guess;
        record["same_as"] = std::string(parameter.same_as);
        all.append(record);
    }
    return all;
}

py::list actions() {
    py::list all;
    for (const Action* action : all_actions()) {
        py::dict record;
        record["name"] = std::string(action->name);
        record["label"] = pair_of(action->label);
        record["meaning"] = pair_of(action->meaning);
        record["eligibility"] = pair_of(action->eligibility);
        record["evidence"] = std::string(action->evidence);
        record["horizon"] = pair_of(horizon_words[static_cast<std::size_t>(action->horizon)].label);
        record["indicator"] = std::string(action->indicator);
        record["target"] = action->target;
        record["owner"] = pair_of(action->owner);
        record["capacity"] = std::string(action->capacity);
        record["tables"] = names_of(action->tables);
        record["parameters"] = parameters_of(action->parameters);
        all.append(record);
    }
    return all;
}

py::list processes() {
    py::list all;
    for (const Process* process : all_processes()) {
        py::dict record;
        record["name"] = std::string(process->name);
        record["label"] = pair_of(process->label);
        record["meaning"] = pair_of(process->meaning);
        record["formula"] = std::string(process->formula);
        record["source"] = std::string(process->source);
        record["tables"] = names_of(process->tables);
        record["parameters"] = parameters_of(process->parameters);
        all.append(record);
    }
    return all;
}

py::list outputs() {
    py::list all;
    for (const Output* output : all_outputs()) {
        py::list axes;
        for (const Axis axis : output->axes) {
            axes.append(std::string(axis_words[static_cast<std::size_t>(axis)].code));
        }
        py::dict record;
        record["name"] = std::string(output->name);
        record["label"] = pair_of(output->label);
        record["meaning"] = pair_of(output->meaning);
        record["unit"] = std::string(output->unit);
        record["kind"] = std::string(output_kind_names[static_cast<std::size_t>(output->kind)]);
        record["period"] = output->period == Period::month ? "month" : "year";
        record["axes"] = axes;
        record["formula"] = std::string(output->formula);
        record["adds_up"] = std::string(output->adds_up);
        record["source"] = std::string(output->source);
        all.append(record);
    }
    return all;
}

/// Those that a scenario may set, by their owner.
py::dict owners() {
    py::dict all;
    for (const ParameterOwner& owner : parameter_owners()) {
        all[py::str(std::string(owner.name))] = parameters_of(owner.parameters);
    }
    return all;
}

}  // namespace

void bind_records(py::module_& module) {
    module.def("actions", actions);
    module.def("processes", processes);
    module.def("outputs", outputs);
    module.def("parameters", owners);
}

}  // namespace releve::python
