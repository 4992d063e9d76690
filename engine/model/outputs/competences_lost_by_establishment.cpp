#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::establishment};

void observe(const Observation& at, std::span<double> cells) {
    for (const Holding& one : at.year->lost) {
        cells[one.establishment.value] += 1;
    }
}

}  // namespace

extern const Output competences_lost_by_establishment = {
    .name = "competences_lost_by_establishment",
    .label = {"competences lost by establishment", "compétences perdues par établissement"},
    .meaning = {"Expected number of competences that an establishment of the start held then and nobody there holds at "
                "the end of the year. Told of one firm: not to be published as it is.",
                "Nombre attendu de compétences qu'un établissement détenait au départ et que plus personne n'y détient "
                "en fin d'année. Dit d'une entreprise : à ne pas publier tel quel."},
    .unit = "competences",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula =
        "mean over replicates of the number of competences with held > 0 at the start and held == 0 now; held: people "
        "in post whose occupation asks the competence at outputs.asked_level or more, with mastery "
        "outputs.holder_mastery or more",
    .adds_up = "sums over establishments; not over years (the same stays lost)",
    .source = "definition (model page, holders at risk)",
    .table = "establishments",
    .observe = observe,
    .moments_only = true,
};

}  // namespace releve::outputs
