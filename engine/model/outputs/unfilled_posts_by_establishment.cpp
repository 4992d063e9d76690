#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::establishment};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PostId post : state.vacancies.members()) {
        if (is_unfilled(state, post)) {
            add_to_establishment(cells, establishment_of(state, post), 1);
        }
    }
}

}  // namespace

extern const Output unfilled_posts_by_establishment = {
    .name = "unfilled_posts_by_establishment",
    .label = {"unfilled posts by establishment", "postes non pourvus par établissement"},
    .meaning = {"Posts unfilled for three months or more at the end of the year in each establishment of the start. "
                "Told of one firm: not to be published as it is.",
                "Postes non pourvus depuis trois mois ou plus en fin d'année dans chaque établissement du départ. Dit "
                "d'une entreprise : à ne pas publier tel quel."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of vacancies open for 3 months or more",
    .adds_up = "sums over establishments; last value over time; establishments born later are left out",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
