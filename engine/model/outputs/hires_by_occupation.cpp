#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[event.occupation] += 1;
    }
}

}  // namespace

extern const Output hires_by_occupation = {
    .name = "hires_by_occupation",
    .label = {"hires by occupation", "embauches par métier"},
    .meaning = {"Hires of the year by occupation.", "Embauches de l'année par métier."},
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
