#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "engine/base/error.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/run/memory.hpp"
#include "scenarios/report/typography.hpp"

namespace releve::python {

py::tuple pair_of(const Text& text) { return py::make_tuple(text.en, report::with_french_spaces(text.fr)); }

py::tuple pair_of(Label label) { return pair_of(Text{std::string(label.en), std::string(label.fr)}); }

namespace {

/// Raises the class of this name of releve._errors.
template <class... Arguments>
void raise(const char* name, Arguments&&... arguments) {
    const py::object type = py::module_::import("releve._errors").attr(name);
    PyErr_SetObject(type.ptr(), type(std::forward<Arguments>(arguments)...).ptr());
}

py::list problems_of(const InputError& error) {
    py::list problems;
    for (const Problem& problem : error.problems()) {
        problems.append(py::make_tuple(problem.where, pair_of(problem.what)));
    }
    return problems;
}

/// Each kind of error of the engine is a class of Python; what else is thrown, pybind11 translates.
void translate(std::exception_ptr thrown) {
    if (!thrown) {
        return;
    }
    try {
        std::rethrow_exception(thrown);
    } catch (const InputError& error) {
        raise("InputError", problems_of(error), error.not_shown());
    } catch (const ModelError& error) {
        raise("ModelError", error.what());
    } catch (const IoError& error) {
        raise("FileError", pair_of(error.text()));
    } catch (const MemoryError& error) {
        raise("NotEnoughMemory", pair_of(error.text()));
    } catch (const Interrupted&) {
        raise("Interrupted");
    }
}

}  // namespace

void bind_errors(py::module_&) { py::register_exception_translator(translate); }

}  // namespace releve::python
