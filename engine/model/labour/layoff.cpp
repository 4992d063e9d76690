#include "engine/model/labour/job_hazard.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { multiplier };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 0.8,
     .unit = "1",
     .least = 0,
     .most = 5,
     .meaning = {"multiplies every layoff rate", "multiplie tous les taux de licenciement"},
     .source = "guess: the table counts all dismissals; about a fifth follow a fall in demand, simulated apart",
     .guess = true},
};
constexpr std::string_view tables[] = {"separation"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    // guesses on the shape only: the mean of each occupation stays the published one
    return job_hazards(setting.pack, setting.pack.layoff_rate, values[multiplier],
                       {{1.6, 1.2, 0.9, 0.7}, {1.0, 1.0, 1.0}});
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
        "hazard = layoff(occupation) / 12 * by_tenure(1.6, 1.2, 0.9, 0.7 under 1, 5, 10 years, beyond), scaled so "
        "that the occupation's mean is the published rate",
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
