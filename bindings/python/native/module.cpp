#include "bindings/python/native/bind.hpp"

PYBIND11_MODULE(_native, module) {
    using namespace releve::python;
    module.doc() = "The engine of Relève; use the package releve, which wraps it.";
    bind_version(module);
}
