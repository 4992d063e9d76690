#include "bindings/python/native/stepping/look.hpp"

#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/stepping/columns.hpp"

namespace releve::python {

namespace {

const Kind& kind_of(const std::string& name) {
    for (const Kind& kind : all_kinds()) {
        if (kind.name == name) {
            return kind;
        }
    }
    throw py::key_error(name);
}

py::array column(const StateTable& table, const std::string& name) {
    for (const StateColumn& one : kind_of(table.kind).columns) {
        if (one.name == name) {
            return one.values(table.look);
        }
    }
    throw py::key_error(name);
}

/// (name, meaning in English, in French, name of its code list or None) of every column.
py::list columns_of(const std::string& kind) {
    py::list columns;
    for (const StateColumn& one : kind_of(kind).columns) {
        const py::object codes = one.codes.empty() ? py::object(py::none()) : py::str(std::string(one.codes));
        columns.append(
            py::make_tuple(std::string(one.name), std::string(one.meaning.en), std::string(one.meaning.fr), codes));
    }
    return columns;
}

}  // namespace

StateTable table_of(const LookHandle& look, const std::string& kind) { return {look, std::string(kind_of(kind).name)}; }

void bind_look(py::module_& module) {
    py::class_<StateTable>(module, "StateTable")
        .def("__len__", [](const StateTable& table) { return kind_of(table.kind).size(*table.look->state); })
        .def("column", column, py::arg("name"));
    module.def("state_columns", columns_of, py::arg("kind"));
}

}  // namespace releve::python
