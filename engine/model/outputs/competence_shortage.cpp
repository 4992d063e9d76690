#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    competence_shortages(at.state, at.setting.pack, at.year->skills.mastery, cells);
}

}  // namespace

extern const Output competence_shortage = {
    .name = "competence_shortage",
    .label = {"shortage by competence", "manque par compétence"},
    .meaning = {"Full-time equivalents of a competence that establishments lack, each counted on its own (one cannot "
                "use the surplus of another).",
                "Équivalents temps plein d'une compétence qui manquent aux établissements, chacun pour soi (l'un ne "
                "dispose pas du surplus de l'autre)."},
    .unit = "FTE",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "sum over establishments of max(0, R[e, c] - A[e, c])",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
