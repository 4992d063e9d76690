#include "engine/model/labour/job_hazard.hpp"

namespace releve::processes {

namespace {

constexpr auto parameters = job_risk_parameters(
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
    {1.9, 0.6, 0.3, 1.5, 0.5});
constexpr std::string_view tables[] = {"separation"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> rates = setting.pack.quit_rate;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        rates[i] += setting.pack.other_rate[i];
    }
    return job_hazards(setting.pack, rates, values);
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const PersonId person{entity};
    Hazard hazard = job_hazard(at, person, month);
    hazard.rate *= double{at.state.establishments.conduct[at.state.establishment_of(person)].quits};
    return hazard;
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        const float happens = at.state.establishments.levers[at.state.establishment_of(person)].quits;
        if (happens >= 1 || at.draws(person).happens(happens)) {  // else a new spell begins (thinning)
            proposals.separate(person, Separation::quit);
        }
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
        "the published rate; times the establishment's conduct",
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
