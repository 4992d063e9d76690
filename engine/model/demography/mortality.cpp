#include "engine/model/age_hazards.hpp"
#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    age_multiplier_parameter({"multiplies every death rate", "multiplie tous les taux de mortalité"}),
};
constexpr std::string_view tables[] = {"mortality"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return AgeTable::values([&](std::size_t sex, int age) {
        const std::vector<double>& listed = setting.pack.mortality[sex];
        const std::size_t row = std::min(static_cast<std::size_t>(age), listed.size() - 1);
        return values[age_multiplier] * monthly_hazard_from_annual_probability(listed[row]);
    });
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.die(PersonId{person});
    }
}

}  // namespace

extern const Process mortality = {
    .name = "mortality",
    .label = {"deaths", "décès"},
    .meaning = {"People die at the rates of their sex and age; a post they held becomes vacant.",
                "Chacun meurt aux taux de son sexe et de son âge ; le poste qu'il tenait devient vacant."},
    .formula = "hazard per month = -ln(1 - q(sex, age)) / 12, constant within a year of age",
    .source = "pack table mortality (Insee, death probabilities by sex and age)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::die},
    .risk = {.statuses = alive, .age_factor = whatever_status},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
