#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::post_cut)) {
        cells[0] += event.detail == 1 ? 1 : 0;
    }
}

}  // namespace

extern const Output posts_lost_by_closure = {
    .name = "posts_lost_by_closure",
    .label = {"posts lost by closure", "postes perdus par fermeture"},
    .meaning = {"Posts, filled or vacant, that disappear with their establishment.",
                "Postes, pourvus ou vacants, qui disparaissent avec leur établissement."},
    .unit = "posts",
    .kind = OutputKind::flow,
    .period = Period::year,
    .formula = "number of posts cut by a closure",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
