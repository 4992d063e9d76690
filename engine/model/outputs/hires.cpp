#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::hire).size());
}

}  // namespace

extern const Output hires = {
    .name = "hires",
    .label = {"hires", "embauches"},
    .meaning = {"Posts taken by a person, moves between posts of the territory included.",
                "Postes pris par une personne, mobilités entre postes du territoire comprises."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "number of hires in the month",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
