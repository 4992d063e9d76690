#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    const CompetenceBalance& balance = at.year->balance;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = balance.required[c] > 0 ? balance.available[c] / balance.required[c] : 1;
    }
}

}  // namespace

extern const Output competence_coverage_by_competence = {
    .name = "competence_coverage_by_competence",
    .label = {"coverage by competence", "couverture par compétence"},
    .meaning = {"Available over required, by competence, at the end of the year.",
                "Disponible rapporté au requis, par compétence, en fin d'année."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .axes = axes,
    .formula = "A[c] / R[c] over the territory",
    .adds_up = "does not add up",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
