#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->counts.none.begin(), at.year->counts.none.end(), cells.begin());
}

}  // namespace

extern const Output without_holder = {
    .name = "without_holder",
    .label = {"nobody holds it", "sans détenteur"},
    .meaning =
        {"Establishments whose posts ask a competence that nobody there holds any more, or not yet.",
         "Établissements dont les postes demandent une compétence que personne n'y détient plus, ou pas encore."},
    .unit = "establishments",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula =
        "establishments with asked > 0 and held == 0; asked: posts of occupations whose level of the competence is "
        "outputs.asked_level or more, held: people in them with mastery outputs.holder_mastery or more",
    .adds_up = "does not add up over competences; last value over time",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
