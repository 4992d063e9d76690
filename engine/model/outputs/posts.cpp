#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) { cells[0] = at.totals.posts; }

}  // namespace

extern const Output posts = {
    .name = "posts",
    .label = {"posts", "postes"},
    .meaning = {"Posts of the territory, filled or vacant.", "Postes du territoire, pourvus ou vacants."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "filled + vacant posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
