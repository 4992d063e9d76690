#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::retirement)) {
        if (event.detail == retires_from_post) {
            cells[0] += 1;
        }
    }
}

}  // namespace

extern const Output retirements = {
    .name = "retirements",
    .label = {"retirements from posts", "départs en retraite"},
    .meaning = {"People in post who retire.", "Personnes en poste qui partent en retraite."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "retirements of people holding a post",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .table = "pension_law",
    .observe = observe,
};

}  // namespace releve::outputs
