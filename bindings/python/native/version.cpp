#include "scenarios/launch/version.hpp"

#include "bindings/python/native/bind.hpp"

namespace releve::python {

void bind_version(py::module_& module) {
    module.attr("version") = py::str(std::string(engine_version()));
    module.attr("revision") = py::str(std::string(source_revision()));
}

}  // namespace releve::python
