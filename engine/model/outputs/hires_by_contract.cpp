#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::contract};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[static_cast<std::size_t>(event.contract)] += 1;
    }
}

}  // namespace

extern const Output hires_by_contract = {
    .name = "hires_by_contract",
    .label = {"hires by contract", "embauches par contrat"},
    .meaning = {"Hires of the year by contract signed.", "Embauches de l'année par contrat signé."},
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
