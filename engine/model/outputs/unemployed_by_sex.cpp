#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    for (const PersonId person : at.state.seekers.members()) {
        cells[static_cast<std::size_t>(at.state.persons[person].sex)] += at.state.inside(person) ? 1 : 0;
    }
}

}  // namespace

extern const Output unemployed_by_sex = {
    .name = "unemployed_by_sex",
    .label = {"unemployed residents by sex", "chômeurs résidents par sexe"},
    .meaning = {"Residents without a post who look for one, at the end of the year, by sex: the spread over replicates "
                "of a sum over ages is not told by that of its parts.",
                "Résidents sans poste qui en cherchent un, en fin d'année, par sexe : la dispersion d'une somme sur "
                "les âges ne se déduit pas de celle de ses parties."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "residents of status unemployed",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs
