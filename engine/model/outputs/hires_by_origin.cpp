#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::hire_origin};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[event.detail] += 1;
    }
}

}  // namespace

extern const Output hires_by_origin = {
    .name = "hires_by_origin",
    .label = {"hires by origin", "embauches par origine"},
    .meaning = {"Hires of the year by what the person did before.",
                "Embauches de l'année selon la situation antérieure de la personne."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "number of hires",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
