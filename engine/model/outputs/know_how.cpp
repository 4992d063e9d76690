#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = at.totals.posts > 0 ? at.year->skills.know_how / at.totals.posts : 0;
}

}  // namespace

extern const Output know_how = {
    .name = "know_how",
    .label = {"know-how held", "savoir-faire détenu"},
    .meaning = {"Know-how of their own establishment that the people in post hold at the end of the year, on average "
                "over posts (0: all new to the house; 1: all know it fully).",
                "Savoir-faire de leur établissement que détiennent les personnes en poste en fin d'année, en moyenne "
                "par poste (0 : tous nouveaux dans la maison ; 1 : tous la connaissent pleinement)."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .formula = "sum of know-how over people in post / posts",
    .adds_up = "does not add up",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs
