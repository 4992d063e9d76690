#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::audited, Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    const std::vector<std::uint32_t> positions = audited_positions(at.setting.pack);
    const std::size_t competences = at.first.rules.competences();
    for (const Holding& one : at.year->holdings) {
        if (one.establishment.value < positions.size() && positions[one.establishment.value] != no_index) {
            cells[positions[one.establishment.value] * competences + one.competence] += one.people;
        }
    }
}

}  // namespace

extern const Output holders_by_audited = {
    .name = "holders_by_audited",
    .label = {"holders in audited establishments", "détenteurs des établissements audités"},
    .meaning = {"People who hold a competence in an audited establishment at the end of the year, on average over "
                "replicates. Small numbers of one firm: not to be published as they are.",
                "Personnes qui détiennent une compétence dans un établissement audité en fin d'année, en moyenne sur "
                "les répliques. Petits nombres d'une entreprise : à ne pas publier tels quels."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula =
        "held: people in post whose occupation asks the competence at outputs.asked_level or more, with mastery "
        "outputs.holder_mastery or more",
    .adds_up = "sums over establishments; does not add up over competences; last value over time",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
