#pragma once
#include "bindings/python/native/stepping/look.hpp"
#include "scenarios/own/own_action.hpp"

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace releve::python {

/// One action written in Python, as runs execute it: each run has a copy of its object, so that what it remembers from
/// month to month never depends on which run came first, nor on threads.
class OwnCode {
public:
    /// `keeps`: the object of a replicate stays after its run.
    OwnCode(py::object original, bool keeps) : original_(std::move(original)), keeps_(keeps) {}
    ~OwnCode();
    OwnCode(const OwnCode&) = delete;
    OwnCode& operator=(const OwnCode&) = delete;

    /// The step of Intervention: takes the lock of Python, calls the object, and leaves valid what it keeps of the month.
    /// What Python raises stops all runs that share this.
    void step(const InterventionStep& at, const std::string& name, Changes declared, Proposals& proposals);
    /// The object of one replicate: the copy, once its first month has come.
    py::object object_of(std::uint32_t replicate) const;

private:
    py::object copy_for(const InterventionStep& at);

    py::object original_, codes_;
    std::map<std::uint32_t, py::object> copies_;  ///< by replicate
    std::exception_ptr raised_;                   ///< what a run raised first
    bool keeps_;
};

/// Does `work`; proposals of code in Python that do not go together in one month are the user's to correct (InputError),
/// where those of the engine would be a fault of it (ModelError).
void tell_own_faults(const std::vector<Plan>& plans, const std::function<void()>& work);

struct OwnCodes {
    std::vector<OwnAction> actions;
    std::vector<std::shared_ptr<OwnCode>> codes;
};
/// From objects of releve.OwnAction.
OwnCodes own_codes(const py::sequence& objects, bool keeps);

}  // namespace releve::python
