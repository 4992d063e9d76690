#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation, Axis::separation_kind};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        cells[event.occupation * separation_words.size() + event.detail] += 1;
    }
}

}  // namespace

extern const Output separations_by_occupation_and_kind = {
    .name = "separations_by_occupation_and_kind",
    .label = {"separations by occupation and kind", "fins de poste par métier et motif"},
    .meaning = {"People who leave a post in the year, by its occupation and why.",
                "Personnes qui quittent un poste dans l'année, par métier du poste et par motif."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula =
        "number of separations; with hires and promotions they make the change of people in post of each "
        "occupation",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (comparison page, decomposition)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
