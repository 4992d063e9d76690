#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation, Axis::hire_origin};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[event.occupation * hire_origin_words.size() + event.detail] += 1;
    }
}

}  // namespace

extern const Output hires_by_occupation_and_origin = {
    .name = "hires_by_occupation_and_origin",
    .label = {"hires by occupation and origin", "embauches par métier et origine"},
    .meaning = {"Hires of the year by occupation and by what the person did before.",
                "Embauches de l'année par métier et selon la situation antérieure de la personne."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "number of hires",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (comparison page, decomposition)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
