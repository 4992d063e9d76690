#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const CompetenceBalance& balance = at.year->balance;
    double required = 0;
    double available = 0;
    for (std::size_t c = 0; c < balance.required.size(); ++c) {
        required += balance.required[c];
        available += balance.available[c];
    }
    cells[0] = required > 0 ? available / required : 1;
}

}  // namespace

extern const Output competence_coverage = {
    .name = "competence_coverage",
    .label = {"coverage of competences", "couverture des compétences"},
    .meaning =
        {"Available over required competences at the end of the year, summed over the competences of the territory.",
         "Compétences disponibles rapportées aux compétences requises en fin d'année, toutes compétences du "
         "territoire."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .formula =
        "sum_c A[c] / sum_c R[c]; R = sum over posts of P[o, c], A = sum over people in post of mastery * working "
        "share * P[o, c]",
    .adds_up = "does not add up",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
