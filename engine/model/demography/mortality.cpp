#include "engine/base/rates.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    {.name = "multiplier", .value = 1, .unit = "1", .least = 0, .most = 5,
     .meaning = {"multiplies every death rate", "multiplie tous les taux de mortalité"},
     .source = "1: the rates of the pack's table as they are"},
};
constexpr std::string_view tables[] = {"mortality"};

/// Hazard per month by sex and age in years: sex * ages + age.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> hazards;
    for (const auto& by_age : setting.pack.mortality) {
        for (const double probability : by_age) {
            hazards.push_back(values[0] * monthly_hazard_from_annual_probability(probability));
        }
    }
    return hazards;
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const PersonId person{entity};
    const int ages = static_cast<int>(at.prepared.size() / 2);
    const int age = std::min(at.state.persons.age_years(person, month), ages - 1);
    const auto row = static_cast<std::size_t>(at.state.persons.sex[person]) * static_cast<std::size_t>(ages);
    const int birthday = at.state.persons.birth[person] + 12 * (age + 1);
    return {at.prepared[row + static_cast<std::size_t>(age)], age == ages - 1 ? never : birthday};
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
    .risk = {RiskOf::person, SpellOf::life, {Status::employed, Status::unemployed, Status::training, Status::education, Status::inactive, Status::retired, Status::outside}, nullptr, hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
