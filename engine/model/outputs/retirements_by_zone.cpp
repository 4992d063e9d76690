#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::zone};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::retirement)) {
        if (event.detail == retires_from_post) {
            cells[event.zone] += 1;
        }
    }
}

}  // namespace

extern const Output retirements_by_zone = {
    .name = "retirements_by_zone",
    .label = {"retirements by commune", "départs en retraite par commune"},
    .meaning = {"People in post who retire in the year, by commune of work.",
                "Personnes en poste qui partent en retraite dans l'année, par commune de travail."},
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
