#include "engine/model/labour/job_hazard.hpp"

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 0.65,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every layoff rate", "multiplie tous les taux de licenciement"},
     .source =
         "guess: the table counts all dismissals; about a third follow closures or a fall in demand, simulated apart",
     .guess = true},
    {.name = "first_year",
     .value = 1.35,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk in the first year of tenure (1 from 1 to 4 years)",
                 "risque relatif la première année d'ancienneté (1 de 1 à 4 ans)"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "from_5_years",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 5 to 9 years of tenure", "risque relatif de 5 à 9 ans d'ancienneté"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "from_10_years",
     .value = 0.6,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 10 years of tenure on", "risque relatif à partir de 10 ans d'ancienneté"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "under_30",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk under 30 years of age (1 from 30 to 49)",
                 "risque relatif avant 30 ans (1 de 30 à 49 ans)"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "over_50",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 50 years of age on", "risque relatif à partir de 50 ans"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
};
constexpr std::string_view tables[] = {"separation"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return job_hazards(setting.pack, setting.pack.layoff_rate, values);
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    return job_hazard(at, PersonId{entity}, month);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.separate(PersonId{person}, Separation::layoff);
    }
}

}  // namespace

extern const Process layoff = {
    .name = "layoff",
    .label = {"individual layoffs", "licenciements individuels"},
    .meaning =
        {"Workers on open-ended contracts are dismissed one by one (agreed terminations included); layoffs that "
         "follow a fall in demand come on top, in `demand`.",
         "Des salariés en CDI sont licenciés un à un (ruptures conventionnelles comprises) ; les licenciements dus "
         "à une baisse de la demande s'y ajoutent (voir `demand`)."},
    .formula =
        "hazard = multiplier * layoff(occupation) / 12 * relative risk by tenure (under 1 year, 1-4, 5-9, 10 and more) "
        "* "
        "relative risk by age (under 30, 30-49, 50 and over), scaled so that the occupation's mean is multiplier times "
        "the published rate",
    .source = "pack table separation (Dares, movements of workforce by FAP); relative risks by tenure: guess",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::separate},
    .risk = {.spell = SpellOf::post,
             .statuses = {Status::employed},
             .contracts = {Contract::open_ended},
             .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
