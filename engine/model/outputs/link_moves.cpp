#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const std::span<const Event> placements = at.events.of(EventKind::placement);
    cells[0] += static_cast<double>(
        std::count_if(placements.begin(), placements.end(), [](const Event& event) { return event.months == 1; }));
}

}  // namespace

extern const Output link_moves = {
    .name = "link_moves",
    .label = {"moves along links between establishments", "passages le long des liens entre établissements"},
    .meaning =
        {"Hires of the month that an action arranged between two establishments linked in the pack's table links.",
         "Embauches du mois organisées par une action entre deux établissements liés dans la table links du "
         "territoire."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "number of placements along a link",
    .adds_up = "sums over time",
    .source = "definition (model page, networks)",
    .observe = observe,
};

}  // namespace releve::outputs
