#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const double labour_force = labour_force_of(at.state);
    cells[0] = labour_force > 0 ? at.totals.long_term_unemployed / labour_force : 0;
}

}  // namespace

extern const Output long_term_unemployment_rate = {
    .name = "long_term_unemployment_rate",
    .label = {"long-term unemployment rate", "taux de chômage de longue durée"},
    .meaning = {"Long-term unemployed residents over the resident labour force.",
                "Chômeurs résidents de longue durée rapportés aux actifs résidents."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::month,
    .formula = "long_term_unemployed / (unemployed + in post + in training + working outside), residents",
    .adds_up = "does not add up",
    .source = "Eurostat definition, approximated by the model's statuses",
    .observe = observe,
};

}  // namespace releve::outputs
