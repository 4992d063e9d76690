#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const PostId post : state.vacancies.members()) {
        if (is_unfilled(state, post)) {
            cells[0] += 1;
        }
    }
}

}  // namespace

extern const Output unfilled_posts = {
    .name = "unfilled_posts",
    .label = {"unfilled posts", "postes non pourvus"},
    .meaning = {"Posts an employer has been trying to fill for three months or more, but those of successors looked "
                "for before "
                "the departure.",
                "Postes qu'un employeur cherche à pourvoir depuis trois mois ou plus, hors ceux de successeurs "
                "cherchés avant le "
                "départ."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "number of vacancies open for 3 months or more whose post nobody holds beside",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
