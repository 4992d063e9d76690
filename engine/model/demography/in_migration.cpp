#include "engine/model/demography/school.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { multiplier, active_share, mastery };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every arrival rate", "multiplie tous les taux d'arrivée"},
     .source = "1: the rates of the pack's table as they are"},
    {.name = "active_share",
     .value = 0.85,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of newcomers of 18 to 60 who look for a post",
                 "part des arrivants de 18 à 60 ans qui cherchent un poste"},
     .source = "guess: near the activity rate of 25-54",
     .guess = true},
    {.name = "mastery",
     .value = 0.6,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"mastery of their occupation on arrival", "maîtrise de leur métier à l'arrivée"},
     .source = "guess",
     .guess = true},
};
constexpr std::string_view tables[] = {"migration", "population_margins", "education_occupations"};

struct Group {
    Sex sex;
    int from_age, to_age;
    double arrivals_a_month;
};

/// Residents at the start by sex and age band, from the margins that give sex and age alone.
double residents(const Pack& pack, std::size_t sex, int from, int to) {
    double persons = 0;
    for (const PopulationMargin& row : pack.population_margins) {
        if (row.zone >= 0 || row.status >= 0 || row.age_band < 0 || row.sex != static_cast<int>(sex)) {
            continue;
        }
        const AgeBand& band = pack.age_bands[static_cast<std::size_t>(row.age_band)];
        const int overlap = std::min(band.to, to) - std::max(band.from, from) + 1;
        persons += row.persons * std::max(0, overlap) / (band.to - band.from + 1);
    }
    return persons;
}

/// Four numbers a group: sex, first age, last age, arrivals a month; then the population of the zones, summed up.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> table;
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (const MigrationRate& row : setting.pack.migration[sex]) {
            const double here = residents(setting.pack, sex, row.from_age, row.to_age);
            const double monthly = values[multiplier] * row.in_rate * here / 12.0;
            table.insert(table.end(), {static_cast<double>(sex), static_cast<double>(row.from_age),
                                       static_cast<double>(row.to_age), monthly});
        }
    }
    double population = 0;
    for (const Zone& zone : setting.pack.zones) {
        if (zone.inside) {
            table.push_back(population += zone.population);
        }
    }
    return table;
}

Person newcomer(const Step& at, const Group& group, DrawKey key, std::span<const double> zone_sums) {
    Draws draws = at.draws(key, 0);
    const int years = group.to_age - group.from_age + 1;
    const int age = group.from_age * 12 + static_cast<int>(draws.below(static_cast<std::uint32_t>(years * 12)));
    Person person{.key = key, .birth = static_cast<MonthIndex>(at.state.month - age), .sex = group.sex};
    person.education = draw_education(at.setting.pack, group.sex, draws);
    const auto education = static_cast<std::size_t>(person.education);
    person.zone = static_cast<std::uint16_t>(draws.weighted_by_sums(zone_sums));
    person.occupation = static_cast<std::uint16_t>(draws.weighted(at.setting.pack.first_occupation[education]));
    const bool working_age = age >= 18 * 12 && age < 60 * 12;
    const bool active = working_age && draws.happens(at.parameters[active_share]);
    person.status = active ? Status::unemployed : (age >= 62 * 12 ? Status::retired : Status::inactive);
    person.status_since = static_cast<MonthIndex>(at.state.month);
    const int school_years = 18 + static_cast<int>(education);
    person.career_start = static_cast<MonthIndex>(person.birth + 12 * school_years);
    // quarters are kept as of month 0: what will be validated between then and the arrival is taken off
    person.quarters = static_cast<float>(std::max(0.0, (0.0 - person.career_start) / 3.0 * 0.9));
    person.mastery = active ? static_cast<float>(at.parameters[mastery]) : 0.0F;
    return person;
}

void step(const Step& at, Proposals& proposals) {
    std::size_t inside = 0;
    for (const Zone& zone : at.setting.pack.zones) {
        inside += zone.inside ? 1 : 0;
    }
    const std::span<const double> zone_sums = at.prepared.last(inside);
    const std::size_t groups = (at.prepared.size() - inside) / 4;
    for (std::size_t g = 0; g < groups; ++g) {
        const std::span<const double> row = at.prepared.subspan(g * 4, 4);
        const Group group{static_cast<Sex>(row[0]), static_cast<int>(row[1]), static_cast<int>(row[2]), row[3]};
        const DrawKey group_key{static_cast<std::uint32_t>(g), 0};
        const auto arrivals = static_cast<std::uint32_t>(
            group.arrivals_a_month + at.draws(group_key, static_cast<std::uint32_t>(at.state.month)).uniform());
        for (std::uint32_t i = 0; i < arrivals; ++i) {
            const DrawKey key =
                person_key(Origin::in_migrant, at.state.month, static_cast<std::uint32_t>(g) * 10000 + i);
            proposals.arrive(newcomer(at, group, key, zone_sums));
        }
    }
}

}  // namespace

extern const Process in_migration = {
    .name = "in_migration",
    .label = {"arrivals in the territory", "arrivées dans le territoire"},
    .meaning =
        {"People move in, at a number by sex and age that does not depend on the scenario; most look for a post.",
         "Des personnes s'installent, en nombre par sexe et âge indépendant du scénario ; la plupart cherchent un "
         "poste."},
    .formula =
        "arrivals a month = in_rate(sex, age) * residents at the start / 12, rounded up with the probability of "
        "the fraction",
    .source = "pack table migration (estimated from Insee's residential mobility and population courses)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::arrive},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
