#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.events.of(EventKind::vacancy_abandoned).size());
}

}  // namespace

extern const Output searches_abandoned = {
    .name = "searches_abandoned",
    .label = {"searches given up", "recherches abandonnées"},
    .meaning = {"Vacancies whose employer gave up looking.", "Offres dont l'employeur a renoncé à chercher."},
    .unit = "posts",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "vacancies abandoned in the month",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs
