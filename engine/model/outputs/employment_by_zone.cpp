#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::zone};

void observe(const Observation& at, std::span<double> cells) {
    const Cells& all = at.state.cells;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[at.state.establishments.zone[all.establishment[CellId{i}]]] += all.filled[CellId{i}];
    }
}

}  // namespace

extern const Output employment_by_zone = {
    .name = "employment_by_zone",
    .label = {"people in post by commune", "personnes en poste par commune"},
    .meaning = {"People in post at the end of the year by commune of work.",
                "Personnes en poste en fin d'année par commune de travail."},
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
