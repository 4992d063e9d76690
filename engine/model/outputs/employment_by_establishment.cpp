#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::establishment};

void observe(const Observation& at, std::span<double> cells) {
    const Cells& all = at.state.cells;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        add_to_establishment(cells, all.establishment[CellId{i}], all.filled[CellId{i}]);
    }
}

}  // namespace

extern const Output employment_by_establishment = {
    .name = "employment_by_establishment",
    .label = {"people in post by establishment", "personnes en poste par établissement"},
    .meaning = {"People in post at the end of the year in each establishment of the start. Told of one firm: not to be "
                "published as it is.",
                "Personnes en poste en fin d'année dans chaque établissement du départ. Dit d'une entreprise : à ne "
                "pas publier tel quel."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of filled posts",
    .adds_up = "sums over establishments; last value over time; establishments born later are left out",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
