#include "engine/model/age_hazards.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    age_multiplier_parameter({"multiplies every probability", "multiplie toutes les probabilités"}),
};
constexpr std::string_view tables[] = {"retirement_by_age"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return hazards_by_age(setting.pack.retirement_by_age, values[age_multiplier]);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.retire(PersonId{person});
    }
}

}  // namespace

extern const Process retirement_by_age = {
    .name = "retirement_by_age",
    .label = {"retirements by age", "départs en retraite par âge"},
    .meaning = {"Where a pack has no pension law, people retire, in post or not, with a probability by age.",
                "Là où un territoire n'a pas de loi de retraite, chacun part en retraite, en poste ou non, avec une "
                "probabilité selon l'âge."},
    .formula = "hazard per month = -ln(1 - multiplier * p(age in years)), constant within a year of age",
    .source = "pack table retirement_by_age",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::retire},
    .only_with = "retirement_by_age",
    .risk = {.statuses = {Status::employed, Status::unemployed, Status::training, Status::inactive, Status::outside},
             .age_factor = whatever_status},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
