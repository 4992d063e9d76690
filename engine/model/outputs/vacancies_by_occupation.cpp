#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    for (const PostId post : at.state.vacancies.members()) {
        cells[occupation_of(at.state, post)] += 1;
    }
}

}  // namespace

extern const Output vacancies_by_occupation = {
    .name = "vacancies_by_occupation",
    .label = {"vacancies open by occupation", "offres ouvertes par métier"},
    .meaning = {"Posts that an employer is trying to fill at the end of the year, by occupation.",
                "Postes qu'un employeur cherche à pourvoir en fin d'année, par métier."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of posts recruited for at the end of the year",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
