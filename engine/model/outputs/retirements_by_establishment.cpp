#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::establishment};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::retirement)) {
        if (event.detail == retires_from_post) {
            add_to_establishment(cells, event.establishment, 1);
        }
    }
}

}  // namespace

extern const Output retirements_by_establishment = {
    .name = "retirements_by_establishment",
    .label = {"retirements by establishment", "départs en retraite par établissement"},
    .meaning = {"People in post who retire in the year, in each establishment of the start. Told of one firm: not to "
                "be published as it is.",
                "Personnes en poste qui partent en retraite dans l'année, dans chaque établissement du départ. Dit "
                "d'une entreprise : à ne pas publier tel quel."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "retirements of people holding a post",
    .adds_up = "sums over establishments and over time; establishments born later are left out",
    .source = "definition (model page, what is measured)",
    .table = "pension_law",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
