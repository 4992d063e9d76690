#include "scenarios/launch/launch.hpp"

#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/stepping/own.hpp"
#include "bindings/python/native/texts.hpp"
#include "bindings/python/native/watched.hpp"

#include <memory>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

std::shared_ptr<Prepared> prepared_of(const std::vector<std::shared_ptr<Scenario>>& given,
                                      const std::vector<py::sequence>& own, const std::string& until) {
    Problems problems;
    const auto month = parse_month(until);
    if (!month) {
        problems.add("until", {"not a month (year, dash, month) write \"2030-12\"",
                               "ce n'est pas un mois (année, tiret, mois) écrivez \"2030-12\""});
    }
    problems.raise();
    std::vector<Scenario> scenarios;
    for (const std::shared_ptr<Scenario>& scenario : given) {
        scenarios.push_back(*scenario);
    }
    std::vector<std::vector<OwnAction>> codes;
    for (const py::sequence& of_scenario : own) {
        codes.push_back(own_codes(of_scenario, false).actions);
    }
    return prepare(std::move(scenarios), *month, codes);
}

/// What is asked of a run, beside its scenarios.
Launch launch_of(std::uint32_t seed, std::uint32_t replicates, int threads,
                 const std::optional<std::pair<double, bool>>& precision, const std::optional<double>& memory) {
    Launch asked{.seed = seed, .replicates = replicates, .threads = threads, .memory = memory};
    if (precision) {
        asked.precision = compare::Precision{precision->first, precision->second};
    }
    return asked;
}

/// Results (None if not one replicate is complete), whether Ctrl-C stopped the run, and the journal that keeps what is
/// done ("": none). `file`: "" for none.
py::tuple launched(const Prepared& prepared, Launch asked, const std::string& file, bool resume,
                   const py::object& progress) {
    Launched found;
    EnsembleResult done(KeptRuns(prepared.plans.size()));
    bool stopped = false;
    const auto work = [&](Watch& watch) {
        asked.progress = [&](std::size_t so_far, std::size_t all) {
            watch.all = all;
            watch.done = so_far;
        };
        asked.interrupted = [&] { return watch.stop.load(); };
        tell_own_faults(prepared.plans, [&] {
            found = file.empty() ? launch(prepared, asked, done) : launch_into(file, prepared, asked, resume, done);
        });
    };
    try {
        run_watched(work, progress);
    } catch (const Interrupted&) {
        stopped = true;
        if (found.replicates == 0 && done.replicates > 0 && done.kept.file().empty()) {
            found = results_of(prepared, asked, done);
        }
    }
    const py::object results =
        found.replicates == 0 ? py::none() : py::cast(std::make_shared<Dataset>(std::move(found.results)));
    return py::make_tuple(results, stopped, done.kept.count() > 0 ? done.kept.file() : "");
}

}  // namespace

void bind_launch(py::module_& module) {
    py::class_<Prepared, std::shared_ptr<Prepared>>(module, "Prepared")
        .def_property_readonly("notes",
                               [](const Prepared& prepared) {
                                   py::list notes;
                                   for (const Text& note : prepared.notes) {
                                       notes.append(pair_of(note));
                                   }
                                   return notes;
                               })
        .def_readonly("months", &Prepared::horizon);
    module.def("prepare", prepared_of, py::arg("scenarios"), py::arg("own"), py::arg("until"));
    py::class_<Launch>(module, "Launch")
        .def(py::init(&launch_of), py::arg("seed"), py::arg("replicates"), py::arg("threads"), py::arg("precision"),
             py::arg("memory"));
    module.def("launch", launched, py::arg("prepared"), py::arg("asked"), py::arg("file"), py::arg("resume"),
               py::arg("progress"));
}

}  // namespace releve::python
