#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::age, Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PersonId person : state.seekers.members()) {
        const Person& one = state.persons[person];
        const std::size_t band = result_age_band(one.age_years(state.month));
        cells[band * sex_words.size() + static_cast<std::size_t>(one.sex)] += state.inside(person) ? 1 : 0;
    }
}

}  // namespace

extern const Output unemployed_by_age = {
    .name = "unemployed_by_age",
    .label = {"unemployed residents by age and sex", "chômeurs résidents par âge et sexe"},
    .meaning = {"Residents without a post who look for one, at the end of the year, by age band and sex.",
                "Résidents sans poste qui en cherchent un, en fin d'année, par tranche d'âge et sexe."},
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
