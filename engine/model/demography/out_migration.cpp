#include "engine/base/rates.hpp"
#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { multiplier, post_factor };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every departure rate", "multiplie tous les taux de départ"},
     .source = "1: the rates of the pack's table as they are"},
    {.name = "post_factor",
     .value = 0.35,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"how much less often people in post move away", "de combien les personnes en poste déménagent moins"},
     .source = "guess: a post holds people back",
     .guess = true},
};
constexpr std::string_view tables[] = {"migration", "population_margins"};

/// Share of residents of a sex and age who hold a post at the start, from the margins by age, sex and status.
double share_in_post(const Pack& pack, std::size_t sex, int age) {
    double in_post = 0;
    double all = 0;
    for (const PopulationMargin& row : pack.population_margins) {
        if (row.zone >= 0 || row.age_band < 0 || row.status < 0 || row.sex != static_cast<int>(sex)) {
            continue;
        }
        const AgeBand& band = pack.age_bands[static_cast<std::size_t>(row.age_band)];
        if (age >= band.from && age <= band.to) {
            all += row.persons;
            in_post += row.status == static_cast<int>(Status::employed) ? row.persons : 0;
        }
    }
    return all > 0 ? in_post / all : 0;
}

/// Hazard per month by sex and age of those without a post, such that the mean over all is the table's.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return AgeTable::values([&](std::size_t sex, int age) {
        for (const MigrationRate& row : setting.pack.migration[sex]) {
            if (age >= row.from_age && age <= row.to_age) {
                const double held_back = share_in_post(setting.pack, sex, age) * (1 - values[post_factor]);
                return values[multiplier] * monthly_hazard_from_annual_rate(row.out_rate) / (1 - held_back);
            }
        }
        return 0.0;
    });
}

double age_factor(std::span<const double> values, Status status) {
    return status == Status::employed ? values[post_factor] : 1.0;
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.leave_territory(PersonId{person});
    }
}

}  // namespace

extern const Process out_migration = {
    .name = "out_migration",
    .label = {"departures from the territory", "départs du territoire"},
    .meaning = {"Residents move away (many of the young to study), giving up the post they hold.",
                "Des résidents déménagent hors du territoire (dont beaucoup de jeunes pour leurs études) et quittent "
                "le poste tenu."},
    .formula =
        "hazard = c out_rate(sex, age) / 12, times post_factor for those in post, c such that the mean over residents "
        "is the "
        "table's; owners stay",
    .source = "pack table migration (estimated from Insee's residential mobility and population courses)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::leave_territory},
    // owners keep to their firm
    .risk = {.statuses = alive, .contracts = all_but_owners, .residents_only = true, .age_factor = age_factor},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
