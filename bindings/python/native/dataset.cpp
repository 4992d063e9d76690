#include "bindings/python/native/bind.hpp"
#include "engine/results/netcdf_file.hpp"

#include <memory>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

py::object value_of(const Attribute& attribute) {
    return std::visit([](const auto& value) -> py::object { return py::cast(value); }, attribute.value);
}

py::dict attributes_of(const std::vector<Attribute>& attributes) {
    py::dict values;
    for (const Attribute& attribute : attributes) {
        values[py::str(attribute.name)] = value_of(attribute);
    }
    return values;
}

/// With the version of the layout, which the file of a run gets when it is written.
py::dict root_attributes_of(const Dataset& dataset) {
    py::dict values = attributes_of(dataset.attributes);
    if (!values.contains("format_version")) {
        values["format_version"] = std::string(format_version);
    }
    return values;
}

const Variable& variable_of(const Dataset& dataset, const std::string& name) {
    const Variable* variable = dataset.find(name);
    if (variable == nullptr) {
        throw py::key_error(name);
    }
    return *variable;
}

std::vector<py::ssize_t> shape_of(const Dataset& dataset, const Variable& variable) {
    std::vector<py::ssize_t> shape;
    for (const std::string& dimension : variable.dimensions) {
        shape.push_back(static_cast<py::ssize_t>(dataset.find_dimension(dimension)->size));
    }
    return shape;
}

/// Numbers as they lie in the data set, which the array keeps alive and cannot change; texts as a list.
py::object values_of(const py::object& self, const std::string& name) {
    const auto& dataset = self.cast<const Dataset&>();
    const Variable& variable = variable_of(dataset, name);
    return std::visit(
        [&](const auto& data) -> py::object {
            using Value = typename std::decay_t<decltype(data)>::value_type;
            if constexpr (std::is_same_v<Value, std::string>) {
                return py::cast(data);
            } else {
                py::array array(py::dtype::of<Value>(), shape_of(dataset, variable), {}, data.data(), self);
                array.attr("setflags")(py::arg("write") = false);
                return array;
            }
        },
        variable.data);
}

std::shared_ptr<Dataset> read(const std::string& path) { return std::make_shared<Dataset>(read_dataset(path)); }

}  // namespace

void bind_dataset(py::module_& module) {
    py::class_<Dataset, std::shared_ptr<Dataset>>(module, "Dataset")
        .def_property_readonly("dimensions",
                               [](const Dataset& dataset) {
                                   py::dict sizes;
                                   for (const Dimension& dimension : dataset.dimensions) {
                                       sizes[py::str(dimension.name)] = dimension.size;
                                   }
                                   return sizes;
                               })
        .def_property_readonly("variables",
                               [](const Dataset& dataset) {
                                   std::vector<std::string> names;
                                   for (const Variable& variable : dataset.variables) {
                                       names.push_back(variable.name);
                                   }
                                   return names;
                               })
        .def_property_readonly("attributes", root_attributes_of)
        .def("dimensions_of",
             [](const Dataset& dataset, const std::string& name) { return variable_of(dataset, name).dimensions; })
        .def("attributes_of",
             [](const Dataset& dataset, const std::string& name) {
                 return attributes_of(variable_of(dataset, name).attributes);
             })
        .def("values", values_of)
        .def(
            "write", [](const Dataset& dataset, const std::string& path) { write_dataset(dataset, path); },
            py::call_guard<py::gil_scoped_release>());
    module.def("read_dataset", read, py::call_guard<py::gil_scoped_release>());
}

}  // namespace releve::python
