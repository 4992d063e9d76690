#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PostId post : state.vacancies.members()) {
        if (is_unfilled(state, post)) {
            cells[occupation_of(state, post)] += 1;
        }
    }
}

}  // namespace

extern const Output unfilled_posts_by_occupation = {
    .name = "unfilled_posts_by_occupation",
    .label = {"unfilled posts by occupation", "postes non pourvus par métier"},
    .meaning = {"Posts unfilled for three months or more at the end of the year, by occupation.",
                "Postes non pourvus depuis trois mois ou plus en fin d'année, par métier."},
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
