#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const double labour_force = labour_force_of(at.state);
    const double unemployed = at.state.residents[static_cast<std::size_t>(Status::unemployed)];
    cells[0] = labour_force > 0 ? unemployed / labour_force : 0;
}

}  // namespace

extern const Output unemployment_rate = {
    .name = "unemployment_rate",
    .label = {"unemployment rate", "taux de chômage"},
    .meaning = {"Unemployed residents over the resident labour force, people working outside included.",
                "Chômeurs résidents rapportés aux actifs résidents, y compris ceux qui travaillent à l'extérieur."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::month,
    .formula = "unemployed / (unemployed + in post + in training + working outside), residents",
    .adds_up = "does not add up",
    .source = "ILO definition, approximated by the model's statuses",
    .observe = observe,
};

}  // namespace releve::outputs
