#include "bindings/python/native/bind.hpp"

PYBIND11_MODULE(_native, module) {
    using namespace releve::python;
    module.doc() = "The engine of Relève; use the package releve, which wraps it.";
    bind_errors(module);
    bind_version(module);
    bind_dataset(module);
    bind_pack(module);
    bind_records(module);
    bind_scenario(module);
    bind_launch(module);
    bind_look(module);
    bind_own_month(module);
    bind_simulation(module);
    bind_comparison(module);
    bind_diagnosis(module);
    bind_exports(module);
}
