#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const Establishments& all = at.state.establishments;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[0] += all.posts[EstablishmentId{i}] > 0 ? 1 : 0;
    }
}

}  // namespace

extern const Output establishments = {
    .name = "establishments",
    .label = {"establishments", "établissements"},
    .meaning = {"Establishments with at least one post.", "Établissements ayant au moins un poste."},
    .unit = "establishments",
    .kind = OutputKind::stock,
    .period = Period::year,
    .formula = "number of establishments with a post, filled or vacant",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
