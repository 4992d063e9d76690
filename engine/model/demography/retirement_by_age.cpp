#include "engine/model/age_hazards.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { multiplier };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every probability", "multiplie toutes les probabilités"},
     .source = "1: the probabilities of the pack's table as they are"},
};
constexpr std::string_view tables[] = {"retirement_by_age"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return hazards_by_age(setting.pack.retirement_by_age, values[multiplier]);
}

double age_factor(std::span<const double>, Status) { return 1; }

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
             .age_factor = age_factor},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
