#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) { cells[0] = static_cast<double>(at.year->lost.size()); }

}  // namespace

extern const Output competences_lost = {
    .name = "competences_lost",
    .label = {"competences lost", "compétences perdues"},
    .meaning = {"Competences that somebody in an establishment held at the start of the run and nobody there holds at "
                "the end of the year, summed over establishments (those that closed have lost all).",
                "Compétences que quelqu'un détenait dans un établissement au départ et que plus personne n'y détient "
                "en fin d'année, en somme sur les établissements (ceux qui ont fermé ont tout perdu)."},
    .unit = "competences",
    .kind = OutputKind::stock,
    .period = Period::year,
    .formula =
        "number of establishments and competences with held > 0 at the start and held == 0 now; held: people in post "
        "whose occupation asks the competence at outputs.asked_level or more, with mastery outputs.holder_mastery or "
        "more",
    .adds_up = "sums over establishments; not over years (the same stays lost)",
    .source = "definition (model page, holders at risk)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs
