#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        cells[0] += event.know_how;
    }
}

}  // namespace

extern const Output know_how_lost = {
    .name = "know_how_lost",
    .label = {"know-how lost in exits", "savoir-faire perdu dans les départs"},
    .meaning =
        {"Know-how of their establishment that people take with them when they leave it, in full-time equivalents.",
         "Savoir-faire de l'établissement emporté par ceux qui le quittent, en équivalents temps plein."},
    .unit = "FTE",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "sum over separations of the know-how (0-1) of the person who leaves",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
