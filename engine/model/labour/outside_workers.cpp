#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { renewal_years };
constexpr Parameter parameters[] = {
    {.name = "renewal_years",
     .value = 40,
     .unit = "year",
     .least = 20,
     .most = 100,
     .meaning = {"years in which the outside labour force that deals with the territory is renewed",
                 "durée de renouvellement de la population active extérieure en relation avec le territoire"},
     .source = "a working life",
     .guess = true},
};

void step(const Step& at, Proposals& proposals) {
    const Persons& persons = at.state.persons;
    const std::uint32_t models = at.state.outside_at_start;
    if (models == 0) {
        return;
    }
    const std::uint32_t month = static_cast<std::uint32_t>(at.state.month);
    const double expected = models / (12.0 * at.parameters[renewal_years]);
    const DrawKey group{0, 0};
    const auto arrivals = static_cast<std::uint32_t>(expected + at.draws(group, month).uniform());
    for (std::uint32_t i = 0; i < arrivals; ++i) {
        const DrawKey key = person_key(Origin::outside_worker, at.state.month, i);
        Draws draws = at.draws(key, month);
        const PersonId model{at.state.first_outside.value + draws.below(models)};
        const int age_months = 20 * 12 + static_cast<int>(draws.below(10 * 12));
        Person newcomer{.key = key, .birth = static_cast<MonthIndex>(at.state.month - age_months)};
        newcomer.sex = persons[model].sex;
        newcomer.education = persons[model].education;
        newcomer.zone = persons[model].zone;
        newcomer.occupation = persons[model].occupation;
        newcomer.status = Status::outside;
        newcomer.status_since = static_cast<MonthIndex>(at.state.month);
        newcomer.career_start = static_cast<MonthIndex>(at.state.month);
        newcomer.mastery = 0.5F;
        proposals.arrive(newcomer);
    }
}

}  // namespace

extern const Process outside_workers = {
    .name = "outside_workers",
    .label = {"young workers of the outside zones", "jeunes actifs des zones extérieures"},
    .meaning =
        {"The labour force of the outside zones that takes part in the territory's market is renewed by young "
         "people, who resemble those of the start.",
         "La population active des zones extérieures qui participe au marché du territoire est renouvelée par des "
         "jeunes, semblables à ceux du départ."},
    .formula = "arrivals a month = outside workers at the start / (12 renewal_years), aged 20 to 29",
    .source = "guess: no origin-destination figures are public for these communes",
    .parameters = parameters,
    .changes = {Change::arrive},
    .step = step,
};

}  // namespace releve::processes
