#include "engine/model/process.hpp"

#include <numeric>

namespace releve::processes {

namespace {

enum : std::size_t { share, age };
constexpr Parameter parameters[] = {
    {.name = "share",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that somebody young enters the workforce for one who retires",
                 "probabilité qu'un jeune entre dans la vie active pour une personne qui part en retraite"},
     .source = "1: a closed workforce, of constant size"},
    {.name = "age",
     .value = 20,
     .unit = "year",
     .least = 14,
     .most = 40,
     .meaning = {"age on entering the workforce", "âge à l'entrée dans la vie active"},
     .source = "guess: between leaving school early and after long studies",
     .guess = true},
};
constexpr std::string_view tables[] = {"entrants"};

/// Shares of the occupations, summed up.
std::vector<double> prepare(const Setting& setting, std::span<const double>) {
    std::vector<double> sums(setting.pack.entrants.size());
    std::partial_sum(setting.pack.entrants.begin(), setting.pack.entrants.end(), sums.begin());
    return sums;
}

void step(const Step& at, Proposals& proposals) {
    const int month = at.state.month;
    for (const Event& event : at.state.events) {
        if (event.kind != EventKind::retirement || event.detail == retires_at_work) {
            continue;
        }
        // in such a pack everybody was there at the start or followed somebody: the place in this line of succession and
        // the month of entry tell a newcomer from all others
        const DrawKey key = person_key(Origin::successor, month, at.state.persons[event.person].key.index);
        Draws draws = at.draws(key, 0);
        if (!draws.happens(at.parameters[share])) {
            continue;
        }
        const auto birth = static_cast<MonthIndex>(month - static_cast<int>(12 * at.parameters[age]));
        proposals.arrive({.key = key,
                          .birth = birth,
                          .status = Status::unemployed,
                          .occupation = static_cast<std::uint16_t>(draws.weighted_by_sums(at.prepared)),
                          .status_since = static_cast<MonthIndex>(month),
                          .career_start = static_cast<MonthIndex>(month),
                          .mastery = 1});
    }
}

}  // namespace

extern const Process renewal = {
    .name = "renewal",
    .label = {"renewal of generations", "relève des générations"},
    .meaning =
        {"In a labour market told by occupation alone, somebody young enters and looks for a post when somebody "
         "retires.",
         "Dans un marché décrit par métiers seulement, un jeune entre et cherche un poste quand quelqu'un part en "
         "retraite."},
    .formula = "with probability share, one entrant for each person who retires; occupation ~ table(entrants)",
    .source = "pack table entrants; a population replaced one for one is the usual closure of reference models",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::arrive},
    .only_with = "entrants",
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes
