#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Programme& programme : at.state.programmes) {
        cells[0] += programme.is_tutor ? 0 : 1;
    }
}

}  // namespace

extern const Output enrolled = {
    .name = "enrolled",
    .label = {"people in an action", "personnes dans une action"},
    .meaning = {"People whom an action is helping at the end of the month (tutors not counted).",
                "Personnes qu'une action accompagne en fin de mois (tuteurs non comptés)."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "enrolled people who are not tutors",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
