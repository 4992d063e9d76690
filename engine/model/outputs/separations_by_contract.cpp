#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::contract};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        cells[static_cast<std::size_t>(event.contract)] += 1;
    }
}

}  // namespace

extern const Output separations_by_contract = {
    .name = "separations_by_contract",
    .label = {"separations by contract", "fins de poste par contrat"},
    .meaning = {"Separations of the year by the contract that ends.",
                "Fins de poste de l'année selon le contrat qui prend fin."},
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
