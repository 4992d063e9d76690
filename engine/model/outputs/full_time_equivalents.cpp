#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = static_cast<double>(at.year->census.working_time) / full_time;
}

}  // namespace

extern const Output full_time_equivalents = {
    .name = "full_time_equivalents",
    .label = {"employment in full-time equivalents", "emploi en équivalents temps plein"},
    .meaning = {"People in post at the end of the year, each counted for the working time.",
                "Personnes en poste en fin d'année, chacune comptée pour son temps de travail."},
    .unit = "FTE",
    .kind = OutputKind::stock,
    .period = Period::year,
    .formula = "sum of the working times of the people in post",
    .adds_up = "last value over time",
    .source = "definition (model page, what is measured)",
    .table = "working_time",
    .observe = observe,
};

}  // namespace releve::outputs
