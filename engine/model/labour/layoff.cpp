#include "engine/model/labour/job_hazard.hpp"

namespace releve::processes {

namespace {

constexpr auto parameters = job_risk_parameters(
    {.name = "multiplier",
     .value = 0.65,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every layoff rate", "multiplie tous les taux de licenciement"},
     .source =
         "guess: the table counts all dismissals; about a third follow closures or a fall in demand, simulated apart",
     .guess = true},
    {1.35, 0.75, 0.6, 1, 1});
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
