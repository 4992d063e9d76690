#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::sector};

void observe(const Observation& at, std::span<double> cells) {
    const Cells& all = at.state.cells;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[at.state.establishments.sector[all.establishment[CellId{i}]]] += all.filled[CellId{i}];
    }
}

}  // namespace

extern const Output employment_by_sector = {
    .name = "employment_by_sector",
    .label = {"people in post by sector", "personnes en poste par secteur"},
    .meaning = {"People in post at the end of the year by sector.", "Personnes en poste en fin d'année par secteur."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of filled posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
