#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    const Census::ByAgeAndSex& working = at.year->census.working_residents;
    for (std::size_t group = 0; group < working.size(); ++group) {
        cells[group % cells.size()] += working[group];
    }
}

}  // namespace

extern const Output working_residents_by_sex = {
    .name = "working_residents_by_sex",
    .label = {"residents in work by sex", "résidents en emploi par sexe"},
    .meaning = {"Residents in work, here or outside, at the end of the year by sex: the spread over replicates of a "
                "sum over ages is not told by that of its parts.",
                "Résidents en emploi, ici ou ailleurs, en fin d'année par sexe : la dispersion d'une somme sur les "
                "âges ne se déduit pas de celle de ses parties."},
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
