#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PersonId person : state.seekers.members()) {
        if (state.inside(person) && state.month - state.persons[person].status_since >= long_term_months) {
            cells[0] += 1;
        }
    }
}

}  // namespace

extern const Output long_term_unemployed = {
    .name = "long_term_unemployed",
    .label = {"long-term unemployed", "chômeurs de longue durée"},
    .meaning = {"Residents unemployed for a year or more.", "Résidents au chômage depuis un an ou plus."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "unemployed residents whose status is 12 months old or more",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "ILO and Eurostat definition",
    .observe = observe,
};

}  // namespace releve::outputs
