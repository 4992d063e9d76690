#pragma once
#include <pybind11/pybind11.h>

/// The parts of the native module, each bound by one source.
namespace releve::python {

namespace py = pybind11;

void bind_version(py::module_& module);

}  // namespace releve::python
