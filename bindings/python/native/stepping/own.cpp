#include "bindings/python/native/stepping/own.hpp"

#include "bindings/python/native/stepping/own_month.hpp"
#include "engine/base/fill.hpp"

#include <pybind11/stl.h>

namespace releve::python {

OwnCode::~OwnCode() {
    if (Py_IsInitialized() == 0) {  // the interpreter has gone, and its objects with it
        original_.release();
        codes_.release();
        for (auto& [replicate, copy] : copies_) {
            copy.release();
        }
        return;
    }
    const py::gil_scoped_acquire lock;
    copies_.clear();
    original_ = {};
    codes_ = {};
    raised_ = nullptr;
}

py::object OwnCode::object_of(std::uint32_t replicate) const {
    const auto found = copies_.find(replicate);
    return found == copies_.end() ? original_ : found->second;
}

py::object OwnCode::copy_for(const InterventionStep& at) {
    const std::uint32_t replicate = at.state.luck.replicate;
    if (at.since_start == 0 || copies_.count(replicate) == 0) {
        copies_[replicate] = original_.attr("_copy")();
    }
    return copies_[replicate];
}

void OwnCode::step(const InterventionStep& at, const std::string& name, Changes declared, Proposals& proposals) {
    const py::gil_scoped_acquire lock;
    if (raised_) {
        std::rethrow_exception(raised_);
    }
    const auto look = std::make_shared<Look>(Look{.state = &at.state});
    const auto month = std::make_shared<OwnMonth>(at, name, declared, proposals, look);
    std::exception_ptr raised;
    try {
        if (!codes_) {
            codes_ = code_lists(at.setting.pack);
        }
        copy_for(at).attr("_step")(month, codes_);
    } catch (...) {
        raised = raised_ = std::current_exception();
    }
    month->end();
    if (!keeps_ && at.state.month + 1 >= at.setting.horizon) {
        copies_.erase(at.state.luck.replicate);
    }
    const bool month_is_kept = month.use_count() > 1;
    if (month_is_kept || look.use_count() > 2) {  // this and the month's own
        look->keep(at.give_away());
    }
    if (raised) {
        std::rethrow_exception(raised);
    }
}

void tell_own_faults(const std::vector<Plan>& plans, const std::function<void()>& work) {
    try {
        work();
    } catch (const ModelError& error) {
        const std::string text = error.what();
        for (const Plan& plan : plans) {
            for (const Intervention& one : plan.interventions) {
                if (one.own && text.find(", process " + one.name + ", change ") != std::string::npos) {
                    throw InputError(
                        {{one.name,
                          fill({"its proposals of one month do not go together ({}) propose one thing at a time",
                                "ses propositions d'un mois ne vont pas ensemble ({}) proposez une chose à la fois"},
                               {text})}});
                }
            }
        }
        throw;
    }
}

namespace {

std::optional<Month> month_of(const py::object& text, const std::string& where, Problems& problems) {
    if (text.is_none()) {
        return std::nullopt;
    }
    const std::string written = py::str(text);
    const std::optional<Month> month = parse_month(written);
    if (!month) {
        problems.add(where, fill({"'{}' is not a month (year, dash, month) write \"2013-09\"",
                                  "«\u00a0{}\u00a0» n'est pas un mois (année, tiret, mois) écrivez \"2013-09\""},
                                 {shown(written)}));
    }
    return month;
}

}  // namespace

OwnCodes own_codes(const py::sequence& objects, bool keeps) {
    OwnCodes own;
    Problems problems;
    const py::object sorted = py::module_::import("builtins").attr("sorted");
    for (const py::handle object : objects) {
        OwnAction action{.name = py::str(object.attr("name")),
                         .changes = sorted(object.attr("changes")).cast<std::vector<std::string>>(),
                         .wide_reach = object.attr("wide_reach").cast<bool>()};
        action.start = month_of(object.attr("start"), action.name + " start", problems);
        action.end = month_of(object.attr("end"), action.name + " end", problems);
        Changes declared;
        for (const std::string& name : action.changes) {
            if (const auto change = find_change(name)) {  // others are told where the action is bound
                declared.add(*change);
            }
        }
        const auto code = std::make_shared<OwnCode>(py::reinterpret_borrow<py::object>(object), keeps);
        action.step = [code, name = action.name, declared](const InterventionStep& at, Proposals& proposals) {
            code->step(at, name, declared, proposals);
        };
        own.actions.push_back(std::move(action));
        own.codes.push_back(code);
    }
    problems.raise();
    return own;
}

}  // namespace releve::python
