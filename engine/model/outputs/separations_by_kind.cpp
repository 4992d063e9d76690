#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::separation_kind};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        cells[event.detail] += 1;
    }
}

}  // namespace

extern const Output separations_by_kind = {
    .name = "separations_by_kind",
    .label = {"separations by kind", "fins de poste par motif"},
    .meaning = {"Separations of the year by reason.", "Fins de poste de l'année par motif."},
    .unit = "separations",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "number of separations",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
