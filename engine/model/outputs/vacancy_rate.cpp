#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const auto vacant = static_cast<double>(at.state.vacancies.members().size());
    cells[0] = at.totals.filled + vacant > 0 ? vacant / (at.totals.filled + vacant) : 0;
}

}  // namespace

extern const Output vacancy_rate = {
    .name = "vacancy_rate",
    .label = {"vacancy rate", "taux de postes vacants"},
    .meaning = {"Vacancies over vacancies and filled posts, at the end of the month.",
                "Postes vacants à pourvoir rapportés aux postes vacants et occupés, en fin de mois."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::month,
    .formula = "vacancies / (vacancies + people in post)",
    .adds_up = "does not add up",
    .source = "Eurostat job vacancy rate",
    .observe = observe,
};

}  // namespace releve::outputs
