#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::transfer).size());
}

}  // namespace

extern const Output transfers = {
    .name = "transfers",
    .label = {"transfers of establishments", "reprises d'établissements"},
    .meaning = {"Owners' posts taken over by a successor, from inside or outside.",
                "Postes de patron repris par un successeur, de la maison ou d'ailleurs."},
    .unit = "transfers",
    .kind = OutputKind::flow,
    .period = Period::year,
    .formula = "number of owners' posts filled after an owner left",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
