#pragma once
#include <pybind11/pybind11.h>

/// The parts of the native module, each bound by one source.
namespace releve::python {

namespace py = pybind11;

void bind_comparison(py::module_& module);
void bind_dataset(py::module_& module);
void bind_diagnosis(py::module_& module);
void bind_errors(py::module_& module);
void bind_exports(py::module_& module);
void bind_launch(py::module_& module);
void bind_look(py::module_& module);
void bind_own_month(py::module_& module);
void bind_pack(py::module_& module);
void bind_records(py::module_& module);
void bind_scenario(py::module_& module);
void bind_simulation(py::module_& module);
void bind_version(py::module_& module);

}  // namespace releve::python
