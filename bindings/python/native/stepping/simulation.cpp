#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/stepping/own.hpp"
#include "engine/base/fill.hpp"
#include "engine/run/replicate.hpp"
#include "scenarios/launch/prepared.hpp"

#include <pybind11/stl.h>

namespace releve::python {

namespace {

/// One run and all that it stands on.
struct Run {
    std::shared_ptr<Prepared> prepared;
    std::vector<std::shared_ptr<OwnCode>> codes;
    std::unique_ptr<Replicate> replicate;
};

/// One replicate of one scenario, stepped by Python month by month.
class Simulation {
public:
    Simulation(const Scenario& scenario, const py::sequence& own, const std::string& until, std::uint32_t seed,
               std::uint32_t replicate)
        : number_(replicate) {
        const auto last = parse_month(until);
        if (!last) {
            throw InputError({{"until",
                               {"not a month (year, dash, month) write \"2030-12\"",
                                "ce n'est pas un mois (année, tiret, mois) écrivez \"2030-12\""}}});
        }
        OwnCodes codes = own_codes(own, true);
        run_->codes = std::move(codes.codes);
        const py::gil_scoped_release others_may_run;
        run_->prepared = prepare({scenario}, *last, {std::move(codes.actions)});
        const Plan& plan = run_->prepared->plans.front();
        run_->replicate = std::make_unique<Replicate>(plan, first_state(plan, seed, replicate), seed, replicate);
    }

    /// Simulates a month. Whoever looks at the present one keeps it.
    void step() {
        refuse_if_stepping();
        if (const LookHandle seen = look_.lock()) {
            seen->keep(run_->replicate->give_away());
            look_.reset();
        }
        standing_ = Standing::within;
        try {
            const py::gil_scoped_release others_may_run;
            tell_own_faults(run_->prepared->plans, [this] { run_->replicate->advance(); });
        } catch (...) {
            standing_ = Standing::broken;
            throw;
        }
        standing_ = Standing::between;
        now_ = run_->replicate->month();
    }

    LookHandle look() {
        refuse_if_stepping();
        LookHandle seen = look_.lock();
        if (!seen) {
            seen = std::make_shared<Look>(Look{.state = &run_->replicate->state(), .owner = run_});
            look_ = seen;
        }
        return seen;
    }

    bool finished() const { return now_ >= plan().setting.horizon; }
    std::string month() const { return to_string(plan().setting.calendar.date(now_)); }
    py::dict codes() const { return code_lists(run_->prepared->pack); }
    py::list own_objects() const {
        py::list objects;
        for (const auto& code : run_->codes) {
            objects.append(code->object_of(number_));
        }
        return objects;
    }

    /// Names of the outputs that the pack gives, with their axes.
    py::dict outputs() const {
        py::dict names;
        for (const Output* output : all_outputs()) {
            if (is_given(*output, run_->prepared->pack)) {
                py::list axes;
                for (const Axis axis : output->axes) {
                    axes.append(std::string(axis_words[static_cast<std::size_t>(axis)].code));
                }
                names[py::str(std::string(output->name))] =
                    py::make_tuple(output->period == Period::year ? "year" : "month", axes);
            }
        }
        return names;
    }

    /// Whole periods so far of one output: [period][axes].
    py::array output(const std::string& name) const {
        refuse_if_stepping();
        const auto all = all_outputs();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Output* one) { return one->name == name; });
        if (found == all.end()) {
            throw py::key_error(name);
        }
        const Output& output = **found;
        std::vector<std::size_t> shape{output.period == Period::year ? whole_years() : static_cast<std::size_t>(now_)};
        std::size_t cells = 1;
        for (const Axis axis : output.axes) {
            shape.push_back(axis_size(axis, run_->prepared->pack));
            cells *= shape.back();
        }
        const std::vector<float>& values =
            run_->replicate->result().values[static_cast<std::size_t>(found - all.begin())];
        py::array_t<float> copy(shape);
        std::copy_n(values.begin(), shape.front() * cells, copy.mutable_data());
        return copy;
    }

private:
    enum class Standing { between, within, broken };

    const Plan& plan() const { return run_->prepared->plans.front(); }
    std::size_t whole_years() const {
        const Calendar& calendar = plan().setting.calendar;
        const int last = finished() ? calendar.date(now_ - 1).year() + 1 : calendar.date(now_).year();
        return static_cast<std::size_t>(last - calendar.start.year());
    }
    void refuse_if_stepping() const {
        if (standing_ == Standing::within) {
            throw InputError(
                {{month(),
                  {"the simulation is in the middle of a month look at it between two steps; an action looks "
                   "at the month that its step is given",
                   "la simulation est au milieu d'un mois regardez-la entre deux pas ; une action regarde le "
                   "mois que reçoit son pas"}}});
        }
        if (standing_ == Standing::broken) {
            throw InputError({{month(),
                               {"this month stopped halfway (an error was raised in it) make a new Simulation",
                                "ce mois s'est arrêté en chemin (une erreur y a été levée) refaites une Simulation"}}});
        }
    }

    std::shared_ptr<Run> run_ = std::make_shared<Run>();
    std::weak_ptr<Look> look_;  ///< of the present month, if somebody looks at it
    std::uint32_t number_;
    int now_ = 0;  ///< months simulated
    Standing standing_ = Standing::between;
};

}  // namespace

void bind_simulation(py::module_& module) {
    py::class_<Simulation>(module, "Simulation")
        .def(py::init<const Scenario&, const py::sequence&, const std::string&, std::uint32_t, std::uint32_t>())
        .def("step", &Simulation::step)
        .def_property_readonly("finished", &Simulation::finished)
        .def_property_readonly("month", &Simulation::month)
        .def("table", [](Simulation& run, const std::string& kind) { return table_of(run.look(), kind); })
        .def("ids", [](Simulation& run, const std::string& name) { return set_of(run.look(), name); })
        .def("codes", &Simulation::codes)
        .def("own_objects", &Simulation::own_objects)
        .def("outputs", &Simulation::outputs)
        .def("output", &Simulation::output);
}

}  // namespace releve::python
