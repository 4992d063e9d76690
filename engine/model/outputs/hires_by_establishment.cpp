#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::establishment};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        add_to_establishment(cells, event.establishment, 1);
    }
}

}  // namespace

extern const Output hires_by_establishment = {
    .name = "hires_by_establishment",
    .label = {"hires by establishment", "embauches par établissement"},
    .meaning =
        {"Hires of the year in each establishment of the start. Told of one firm: not to be published as it is.",
         "Embauches de l'année dans chaque établissement du départ. Dit d'une entreprise : à ne pas publier tel quel."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "number of hires",
    .adds_up = "sums over establishments and over time; establishments born later are left out",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
