#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::insertion_exit};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        if (static_cast<HireOrigin>(event.detail) == HireOrigin::training) {
            cells[static_cast<std::size_t>(insertion_exit_of(event.contract))] += 1;
        }
    }
}

}  // namespace

extern const Output insertion_exits = {
    .name = "insertion_exits",
    .label = {"exits to a post from training and insertion", "sorties vers un poste après formation ou insertion"},
    .meaning =
        {"People hired in the year from a training or an insertion contract, or while still helped to apply after "
         "it, by the kind of exit that insertion structures count.",
         "Personnes embauchées dans l'année à l'issue d'une formation ou d'un contrat d'insertion, ou encore "
         "accompagnées après, selon le type de sortie que comptent les structures d'insertion."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula =
        "hires from training or insertion: durable = open-ended or own business; transition = fixed term or "
        "agency; positive = apprenticeship",
    .adds_up = "sums over breakdowns and over time",
    .source =
        "kinds of exit of circular DGEFP 2008-21; a fixed term is counted as transition whatever its length, which "
        "the model does not tell (the circular counts those over 6 months as durable)",
    .observe = observe,
};

}  // namespace releve::outputs
