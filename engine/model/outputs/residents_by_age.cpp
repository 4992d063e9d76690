#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::age, Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->census.residents.begin(), at.year->census.residents.end(), cells.begin());
}

}  // namespace

extern const Output residents_by_age = {
    .name = "residents_by_age",
    .label = {"residents by age", "résidents par âge"},
    .meaning = {"Residents aged 15 and over at the end of the year by age band and sex.",
                "Résidents de 15 ans et plus en fin d'année par tranche d'âge et sexe."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "residents neither dead nor gone",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs
