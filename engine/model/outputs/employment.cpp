#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) { cells[0] = at.totals.filled; }

}  // namespace

extern const Output employment = {
    .name = "employment",
    .label = {"people in post", "personnes en poste"},
    .meaning = {"People who hold a post in the territory, wherever they live.",
                "Personnes qui tiennent un poste dans le territoire, où qu'elles habitent."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "sum of filled posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
