#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::vacancy_opened).size());
}

}  // namespace

extern const Output vacancies_opened = {
    .name = "vacancies_opened",
    .label = {"vacancies opened", "offres ouvertes dans le mois"},
    .meaning = {"Posts for which a search begins.", "Postes pour lesquels une recherche commence."},
    .unit = "posts",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "vacancies opened in the month",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
