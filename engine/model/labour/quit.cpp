#include "engine/model/labour/job_hazard.hpp"

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    {.name = "without_new_post",
     .value = 0.17,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning =
         {"share of resignations that do not lead straight to another post of the territory (those that do are "
          "moves, in `matching`)",
          "part des démissions qui ne mènent pas directement à un autre poste du territoire (les autres sont des "
          "mobilités, dans `matching`)"},
     .source =
         "guess, calibrated with matching.job_search on the open-ended exit rate (11.3 % of employees a year, Dares "
         "2014-003, 2012), of which departures to elsewhere and to inactivity, simulated apart, take a quarter",
     .guess = true},
    {.name = "first_year",
     .value = 1.9,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk in the first year of tenure (1 from 1 to 4 years)",
                 "risque relatif la première année d'ancienneté (1 de 1 à 4 ans)"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "from_5_years",
     .value = 0.6,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 5 to 9 years of tenure", "risque relatif de 5 à 9 ans d'ancienneté"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "from_10_years",
     .value = 0.3,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 10 years of tenure on", "risque relatif à partir de 10 ans d'ancienneté"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "under_30",
     .value = 1.5,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk under 30 years of age (1 from 30 to 49)",
                 "risque relatif avant 30 ans (1 de 30 à 49 ans)"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
    {.name = "over_50",
     .value = 0.5,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"relative risk from 50 years of age on", "risque relatif à partir de 50 ans"},
     .source = "guess on the shape only: the mean of each occupation stays the published one",
     .guess = true},
};
constexpr std::string_view tables[] = {"separation"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> rates = setting.pack.quit_rate;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        rates[i] += setting.pack.other_rate[i];
    }
    return job_hazards(setting.pack, rates, values);
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    return job_hazard(at, PersonId{entity}, month);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.separate(PersonId{person}, Separation::quit);
    }
}

}  // namespace

extern const Process quit = {
    .name = "quit",
    .label = {"quits", "démissions"},
    .meaning = {"Workers on open-ended contracts resign without having another post here (ends of trial and "
                "unclassified exits included).",
                "Les salariés en CDI démissionnent sans autre poste sur place (fins de période d'essai et sorties non "
                "classées comprises)."},
    .formula =
        "hazard = without_new_post * (quit + other)(occupation) / 12 * relative risk by tenure (under 1 year, 1-4, "
        "5-9, "
        "10 and more) * relative risk by age (under 30, 30-49, 50 and over), scaled so that the occupation's mean is "
        "the published rate",
    .source = "pack table separation (Dares, movements of workforce by FAP); relative risks by tenure and age: guess",
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
