#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::audited, Axis::competence};

void observe(const Observation& at, std::span<double> cells) {
    const std::vector<std::uint32_t> positions = audited_positions(at.setting.pack);
    for (const Holding& one : at.year->lost) {
        if (positions[one.establishment.value] != no_index) {
            cells[positions[one.establishment.value] * at.first.rules.competences() + one.competence] = 1;
        }
    }
}

}  // namespace

extern const Output last_holder_gone = {
    .name = "last_holder_gone",
    .label = {"probability that the last holder has gone", "probabilité que le dernier détenteur soit parti"},
    .meaning = {"Probability that nobody in an audited establishment holds a competence any more at the end of the "
                "year, when somebody held it at the start of the run (0 for the others). One who closes has lost all. "
                "Told of one firm: not to be published as it is.",
                "Probabilité que plus personne, dans un établissement audité, ne détienne une compétence en fin "
                "d'année, quand quelqu'un la détenait au départ (0 pour les autres). Qui ferme a tout perdu. Dit d'une "
                "entreprise : à ne pas publier tel quel."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .axes = axes,
    .formula =
        "share of replicates with held == 0, for competences with held > 0 at the start; held: people in post whose "
        "occupation asks the competence at outputs.asked_level or more, with mastery outputs.holder_mastery or more",
    .adds_up = "does not add up over competences; sums over establishments to the expected number that have lost it",
    .source = "definition (model page, holders at risk)",
    .table = "occupation_competences",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
