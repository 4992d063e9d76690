#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::age, Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        const PersonId person{i};
        if (state.persons[person].status == Status::employed) {
            cells[result_age_band(state.persons[person].age_years(state.month)) * 2 +
                  static_cast<std::size_t>(state.persons[person].sex)] += 1;
        }
    }
}

}  // namespace

extern const Output age_pyramid = {
    .name = "age_pyramid",
    .label = {"age pyramid of people in post", "pyramide des âges des personnes en poste"},
    .meaning = {"People in post at the end of the year by age band and sex.",
                "Personnes en poste en fin d'année par tranche d'âge et sexe."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of filled posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs
