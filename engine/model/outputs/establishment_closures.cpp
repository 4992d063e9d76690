#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::establishment_closed).size());
}

}  // namespace

extern const Output establishment_closures = {
    .name = "establishment_closures",
    .label = {"closures of establishments", "fermetures d'établissements"},
    .meaning =
        {"Establishments that lose their last post: closures, owners without a successor, shocks, last posts cut.",
         "Établissements qui perdent leur dernier poste : fermetures, patrons sans successeur, chocs, derniers postes "
         "supprimés."},
    .unit = "establishments",
    .kind = OutputKind::flow,
    .period = Period::year,
    .formula = "number of establishments that go from some posts to none",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
