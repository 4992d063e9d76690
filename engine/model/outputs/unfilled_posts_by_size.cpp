#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::size};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PostId post : state.vacancies.members()) {
        if (is_unfilled(state, post)) {
            cells[state.establishments.size_band[establishment_of(state, post)]] += 1;
        }
    }
}

}  // namespace

extern const Output unfilled_posts_by_size = {
    .name = "unfilled_posts_by_size",
    .label = {"unfilled posts by size of establishment", "postes non pourvus par taille d'établissement"},
    .meaning = {"Posts unfilled for three months or more at the end of the year, by size of establishment.",
                "Postes non pourvus depuis trois mois ou plus en fin d'année, par taille d'établissement."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of vacancies open for 3 months or more",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
