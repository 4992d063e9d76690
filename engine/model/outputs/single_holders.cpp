#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->counts.single.begin(), at.year->counts.single.end(), cells.begin());
}

}  // namespace

extern const Output single_holders = {
    .name = "single_holders",
    .label = {"single holders", "détenteurs uniques"},
    .meaning = {"Establishments in which one person alone holds a competence that their posts ask: it leaves with this "
                "person.",
                "Établissements où une seule personne détient une compétence que leurs postes demandent\u00a0: elle "
                "part avec cette personne."},
    .unit = "establishments",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula =
        "establishments with asked > 0 and held == 1; asked: posts of occupations whose level of the competence is "
        "outputs.asked_level or more, held: people in them with mastery outputs.holder_mastery or more",
    .adds_up = "does not add up over competences; last value over time",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
