#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::retirement)) {
        cells[0] += event.detail == retires_at_work ? 0 : 1;
    }
}

}  // namespace

extern const Output career_end_exits = {
    .name = "career_end_exits",
    .label = {"ends of working life", "fins de vie active"},
    .meaning = {"People who retire, in post or not; who draws a pension and goes on working is not counted.",
                "Personnes qui partent en retraite, en poste ou non ; qui continue de travailler n'est pas compté."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "retirements of people in post, unemployed or inactive",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
