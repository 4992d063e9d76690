#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->counts.people.begin(), at.year->counts.people.end(), cells.begin());
}

}  // namespace

extern const Output holders = {
    .name = "holders",
    .label = {"holders of a competence", "détenteurs d'une compétence"},
    .meaning = {"People in post who hold a competence, at the end of the year.",
                "Personnes en poste qui détiennent une compétence, en fin d'année."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula =
        "sum over establishments of held; held: people in post whose occupation asks the competence at "
        "outputs.asked_level or more, with mastery outputs.holder_mastery or more",
    .adds_up = "does not add up over competences (one person holds several); last value over time",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
