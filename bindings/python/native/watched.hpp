#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <pybind11/pybind11.h>

namespace releve::python {

/// What a calculation on another thread and the thread of Python tell each other.
struct Watch {
    std::atomic<bool> stop = false;
    std::atomic<std::size_t> done = 0, all = 0;
};

/// Runs `work` on a thread of its own, without the lock of Python. Meanwhile, on this thread, signals are handled as Python
/// does and `progress(done, all)` is called (None: not at all), some times a second. If either raises, `work` is asked to
/// stop. Ctrl-C: what `work` then throws is thrown, or Interrupted if it had just ended; other exceptions of Python
/// themselves.
void run_watched(const std::function<void(Watch&)>& work, const pybind11::object& progress);

}  // namespace releve::python
