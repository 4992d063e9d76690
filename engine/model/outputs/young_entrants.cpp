#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[0] += event.detail == static_cast<unsigned>(HireOrigin::school) ? 1 : 0;
    }
}

}  // namespace

extern const Output young_entrants = {
    .name = "young_entrants",
    .label = {"young entrants", "jeunes débutants"},
    .meaning = {"Hires into a first post of people who have left school during the run.",
                "Embauches dans un premier poste de personnes sorties de l'école au cours de la simulation."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "hires of origin school",
    .adds_up = "sums over breakdowns and over time",
    .source = "France Stratégie and Dares, Les métiers en 2030 (2022): jeunes débutants",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs
