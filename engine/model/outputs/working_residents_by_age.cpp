#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::age, Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->census.working_residents.begin(), at.year->census.working_residents.end(), cells.begin());
}

}  // namespace

extern const Output working_residents_by_age = {
    .name = "working_residents_by_age",
    .label = {"residents in work by age", "résidents en emploi par âge"},
    .meaning = {"Residents in work, here or outside, at the end of the year by age band and sex.",
                "Résidents en emploi, ici ou ailleurs, en fin d'année par tranche d'âge et sexe."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "residents employed or working outside",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs
