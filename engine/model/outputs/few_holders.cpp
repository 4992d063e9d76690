#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    const double few = at.parameter(ObservingParameter::few_holders);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = at.first.counts.people[c] >= few && at.year->counts.people[c] < few ? 1 : 0;
    }
}

}  // namespace

extern const Output few_holders = {
    .name = "few_holders",
    .label = {"probability of few holders", "probabilité de détenteurs peu nombreux"},
    .meaning = {"Probability that fewer people than outputs.few_holders hold a competence in the territory at the end "
                "of the year, when as many or more held it at the start (0 for the others).",
                "Probabilité que moins de outputs.few_holders personnes détiennent une compétence dans le territoire "
                "en fin d'année, quand autant ou plus la détenaient au départ (0 pour les autres)."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .axes = axes,
    .formula =
        "share of replicates with holders < outputs.few_holders, for competences with holders >= outputs.few_holders "
        "at the start",
    .adds_up = "does not add up",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
