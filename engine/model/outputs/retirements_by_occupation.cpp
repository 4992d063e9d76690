#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::retirement)) {
        if (event.detail == retires_from_post) {
            cells[event.occupation] += 1;
        }
    }
}

}  // namespace

extern const Output retirements_by_occupation = {
    .name = "retirements_by_occupation",
    .label = {"retirements by occupation", "départs en retraite par métier"},
    .meaning = {"People in post who retire in the year, by occupation.",
                "Personnes en poste qui partent en retraite dans l'année, par métier."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "retirements of people holding a post",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .table = "pension_law",
    .observe = observe,
};

}  // namespace releve::outputs
