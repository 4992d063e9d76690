#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    const Cells& all = at.state.cells;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[all.occupation[CellId{i}]] += all.filled[CellId{i}];
    }
}

}  // namespace

extern const Output employment_by_occupation = {
    .name = "employment_by_occupation",
    .label = {"people in post by occupation", "personnes en poste par métier"},
    .meaning = {"People in post at the end of the year by occupation.",
                "Personnes en poste en fin d'année par métier."},
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
