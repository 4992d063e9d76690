#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::separation).size());
}

}  // namespace

extern const Output separations = {
    .name = "separations",
    .label = {"separations", "fins de poste"},
    .meaning = {"Ends of a person's time in a post, whatever the reason.",
                "Fins d'occupation d'un poste, quel qu'en soit le motif."},
    .unit = "separations",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "number of separations in the month",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
