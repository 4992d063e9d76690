#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] += static_cast<double>(at.events.of(EventKind::placement).size());
}

}  // namespace

extern const Output placements = {
    .name = "placements",
    .label = {"hires brought about by actions", "embauches dues aux actions"},
    .meaning = {"Hires of the month that an action arranged itself (they are among the hires too).",
                "Embauches du mois organisées par une action elle-même (comptées aussi parmi les embauches)."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "number of placements",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
