#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::establishment_born).size());
}

}  // namespace

extern const Output establishment_births = {
    .name = "establishment_births",
    .label = {"births of establishments", "créations d'établissements"},
    .meaning =
        {"Establishments that open: new ones, and those emptied by a fall in demand that open again.",
         "Établissements qui ouvrent : les nouveaux, et ceux qu'une baisse de la demande avait vidés et qui rouvrent."},
    .unit = "establishments",
    .kind = OutputKind::flow,
    .period = Period::year,
    .formula = "number of establishments that go from no post to some",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
