#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.state.vacancies.members().size());
}

}  // namespace

extern const Output vacancies = {
    .name = "vacancies",
    .label = {"vacancies open", "offres ouvertes"},
    .meaning = {"Posts that an employer is trying to fill.", "Postes qu'un employeur cherche à pourvoir."},
    .unit = "posts",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "number of posts recruited for at the end of the month",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
