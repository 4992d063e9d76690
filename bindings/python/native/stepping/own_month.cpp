#include "bindings/python/native/stepping/own_month.hpp"

#include "bindings/python/native/bind.hpp"
#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

using Ids = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;
using Given = CheckedProposals::Given;

DrawKey key_of(const State& state, const std::string& of, std::int64_t id) {
    const std::size_t size = of == "persons" ? state.persons.size()
                             : of == "posts" ? state.posts.size()
                                             : state.establishments.size();
    if (id < 0 || id >= static_cast<std::int64_t>(size)) {
        throw InputError(
            {{to_string(state.date()) + " " + of, fill({"there is no {} among them (they go from 0 to {})",
                                                        "il n'y a pas de {} (les identifiants vont de 0 à {})"},
                                                       {std::to_string(id), std::to_string(size - 1)})}});
    }
    const auto place = static_cast<std::uint32_t>(id);
    return of == "persons" ? state.persons[PersonId{place}].key
           : of == "posts" ? state.posts[PostId{place}].key
                           : DrawKey{state.establishments.key[EstablishmentId{place}], 0};
}

/// [id][number]: uniform numbers that each id draws one after the other.
py::array_t<double> draws(const OwnMonth& month, const Ids& ids, const std::string& of,
                          std::optional<std::uint32_t> what, std::size_t numbers) {
    const InterventionStep& at = month.at();
    py::array_t<double> drawn({static_cast<std::size_t>(ids.size()), numbers});
    double* next = drawn.mutable_data();
    for (py::ssize_t i = 0; i < ids.size(); ++i) {
        const DrawKey who = key_of(at.state, of, ids.data()[i]);
        Draws draw = what ? at.draws(who, *what) : at.monthly_draws(who);
        next = std::generate_n(next, numbers, [&] { return draw.uniform(); });
    }
    return drawn;
}

template <class Test>
py::array_t<bool> each(const OwnMonth& month, const Ids& ids, const std::string& of, Test test) {
    const InterventionStep& at = month.at();
    py::array_t<bool> found(ids.size());
    for (py::ssize_t i = 0; i < ids.size(); ++i) {
        found.mutable_data()[i] = test(at, key_of(at.state, of, ids.data()[i]));
    }
    return found;
}

py::array_t<bool> adopted(const OwnMonth& month, const Ids& ids, const std::string& of, double take_up, double ramp) {
    return each(month, ids, of,
                [&](const InterventionStep& at, DrawKey who) { return has_adopted(at, who, take_up, ramp); });
}

py::array_t<bool> windfall(const OwnMonth& month, const Ids& ids, const std::string& of, double share) {
    return each(month, ids, of, [&](const InterventionStep& at, DrawKey who) { return is_windfall(at, who, share); });
}

template <class IdType>
py::array_t<std::uint32_t> array_of(const std::vector<IdType>& ids) {
    py::array_t<std::uint32_t> array(static_cast<py::ssize_t>(ids.size()));
    std::transform(ids.begin(), ids.end(), array.mutable_data(), [](IdType id) { return id.value; });
    return array;
}

/// One change for each of them.
template <auto Propose>
void all_of(OwnMonth& month, const Ids& ids) {
    for (py::ssize_t i = 0; i < ids.size(); ++i) {
        (month.propose().*Propose)(ids.data()[i]);
    }
}

template <auto Propose, class Argument>
void all_with(OwnMonth& month, const Ids& ids, const Argument& argument) {
    for (py::ssize_t i = 0; i < ids.size(); ++i) {
        (month.propose().*Propose)(ids.data()[i], argument);
    }
}

/// The same with a number for each.
template <auto Propose>
void all_numbers(OwnMonth& month, const Ids& ids,
                 const py::array_t<double, py::array::c_style | py::array::forcecast>& numbers) {
    for (py::ssize_t i = 0; i < ids.size(); ++i) {
        (month.propose().*Propose)(ids.data()[i], numbers.at(i));
    }
}

OwnEnrolment enrolment_of(const py::dict& given) {
    OwnEnrolment how;
    how.months = given["months"].cast<int>();
    how.partner = given["partner"].cast<std::optional<Given>>();
    how.post = given["post"].cast<std::optional<Given>>();
    how.establishment = given["establishment"].cast<std::optional<Given>>();
    how.occupation = given["occupation"].cast<std::optional<Given>>();
    how.mastery = given["mastery"].cast<double>();
    how.learning_boost = given["learning_boost"].cast<double>();
    how.partner_working_share = given["partner_working_share"].cast<double>();
    how.retirement_share = given["retirement_share"].cast<double>();
    how.working_share = given["working_share"].cast<double>();
    how.into_training = given["into_training"].cast<bool>();
    how.wide_reach = given["wide_reach"].cast<bool>();
    return how;
}

using Bound = py::class_<OwnMonth, std::shared_ptr<OwnMonth>>;

void bind_people(Bound& bound) {
    bound.def("die", all_of<&CheckedProposals::die>)
        .def("retire", all_of<&CheckedProposals::retire>)
        .def("leave_territory", all_of<&CheckedProposals::leave_territory>)
        .def("relieve", all_of<&CheckedProposals::relieve>)
        .def("separate", all_with<&CheckedProposals::separate, std::string>)
        .def("convert_contract", all_with<&CheckedProposals::convert_contract, std::string>)
        .def("complete", all_with<&CheckedProposals::complete, int>)
        .def("learn", all_numbers<&CheckedProposals::learn>)
        .def("become", [](OwnMonth& month, const Ids& ids, const std::string& status, std::optional<Given> occupation) {
            for (py::ssize_t i = 0; i < ids.size(); ++i) {
                month.propose().become(ids.data()[i], status, occupation);
            }
        });
    bound
        .def("hire", [](OwnMonth& month, Given person, Given post, const std::string& contract,
                        std::optional<double> mastery) { month.propose().hire(person, post, contract, mastery); })
        .def("place",
             [](OwnMonth& month, Given person, Given post, const std::string& contract, std::optional<double> mastery,
                bool along_link) { month.propose().place(person, post, contract, mastery, along_link); })
        .def("promote", [](OwnMonth& month, Given person, Given post, std::optional<double> mastery) {
            month.propose().promote(person, post, mastery);
        });
    bound.def("enrol", [](OwnMonth& month, Given person, const py::dict& how) {
        month.propose().enrol(person, enrolment_of(how));
    });
    bound
        .def("arrive",
             [](OwnMonth& month, int age, const std::string& sex, const std::string& education,
                const std::string& status, Given zone, Given occupation, double mastery) {
                 month.propose().arrive({age, sex, education, status, zone, occupation, mastery});
             })
        .def("recruit", [](OwnMonth& month, Given post, const std::string& contract, int age, const std::string& sex,
                           const std::string& education, Given zone, double mastery) {
            month.propose().recruit({age, sex, education, "outside", zone, 0, mastery}, post, contract);
        });
}

void bind_work(Bound& bound) {
    bound.def("open_post", all_of<&CheckedProposals::open_post>)
        .def("cut_post", all_of<&CheckedProposals::cut_post>)
        .def("open_vacancy", all_with<&CheckedProposals::open_vacancy, std::string>)
        .def("abandon_vacancy", all_of<&CheckedProposals::abandon_vacancy>)
        .def("scale_target", all_numbers<&CheckedProposals::scale_target>)
        .def("close", all_of<&CheckedProposals::close>)
        .def("withdraw", all_of<&CheckedProposals::withdraw>)
        .def("support",
             [](OwnMonth& month, const Ids& ids, int months, float quits, float attraction, float closing,
                float from_inside) {
                 for (py::ssize_t i = 0; i < ids.size(); ++i) {
                     month.propose().support(ids.data()[i], months, {quits, attraction, closing, from_inside});
                 }
             })
        .def("count",
             [](OwnMonth& month, const std::string& what, double units) { month.propose().count(what, units); });
}

}  // namespace

void OwnMonth::refuse_if_over() const {
    if (at_ == nullptr) {
        throw InputError({{date_,
                           {"this month is over (an action acts within its step) propose and draw in step()",
                            "ce mois est passé (une action agit pendant son pas) proposez et tirez dans step()"}}});
    }
}

const InterventionStep& OwnMonth::at() const {
    refuse_if_over();
    return *at_;
}

CheckedProposals& OwnMonth::propose() {
    refuse_if_over();
    return *proposals_;
}

void bind_own_month(py::module_& module) {
    Bound bound(module, "OwnMonth");
    bound.def_property_readonly("date", &OwnMonth::date)
        .def_property_readonly("index", [](const OwnMonth& month) { return month.at().state.month; })
        .def_property_readonly("since_start", [](const OwnMonth& month) { return month.at().since_start; })
        .def_property_readonly("active", [](const OwnMonth& month) { return month.at().active; })
        .def_property_readonly("number", [](const OwnMonth& month) { return month.at().number; })
        .def_property_readonly("replicate", [](const OwnMonth& month) { return month.at().state.luck.replicate; })
        .def("table", [](const OwnMonth& month, const std::string& kind) { return table_of(month.look(), kind); })
        .def("ids", [](const OwnMonth& month, const std::string& name) { return set_of(month.look(), name); })
        .def("draws", draws)
        .def("adopted", adopted)
        .def("windfall", windfall)
        .def("enrolled", [](const OwnMonth& month) { return array_of(enrolled_by(month.at())); })
        .def("supported", [](const OwnMonth& month) { return array_of(supported_by(month.at())); });
    bind_people(bound);
    bind_work(bound);
    module.def("draw_number", [](const std::string& name) { return purpose(name).code; });
}

}  // namespace releve::python
