#include "bindings/python/native/watched.hpp"

#include "engine/run/ensemble.hpp"

#include <chrono>
#include <future>

namespace releve::python {

namespace py = pybind11;

namespace {

/// Lets Python handle its signals and tells progress; false if either raised, and then the exception is set.
bool look(const Watch& watch, const py::object& progress) {
    if (PyErr_CheckSignals() != 0) {
        return false;
    }
    if (!progress.is_none() && watch.all > 0) {
        try {
            progress(watch.done.load(), watch.all.load());
        } catch (py::error_already_set& error) {
            error.restore();
            return false;
        }
    }
    return true;
}

}  // namespace

void run_watched(const std::function<void(Watch&)>& work, const py::object& progress) {
    Watch watch;
    std::future<void> working = std::async(std::launch::async, [&] { work(watch); });
    PyObject *type = nullptr, *value = nullptr, *trace = nullptr;
    while (true) {
        {
            const py::gil_scoped_release others_may_run;
            if (working.wait_for(std::chrono::milliseconds(100)) == std::future_status::ready) {
                break;
            }
        }
        if (!watch.stop && !look(watch, progress)) {
            PyErr_Fetch(&type, &value, &trace);
            watch.stop = true;
        }
    }
    if (type == nullptr) {
        working.get();
        if (!look(watch, progress)) {  // the last figures
            throw py::error_already_set();
        }
        return;
    }
    const bool ctrl_c = PyErr_GivenExceptionMatches(type, PyExc_KeyboardInterrupt) != 0;
    if (ctrl_c) {
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(trace);
        working.get();
        throw Interrupted();
    }
    working.wait();
    PyErr_Restore(type, value, trace);
    throw py::error_already_set();
}

}  // namespace releve::python
