#include "engine/base/rates.hpp"
#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { patience, hazard };
constexpr Parameter parameters[] = {
    {.name = "patience",
     .value = 3,
     .unit = "month",
     .least = 0,
     .most = 36,
     .meaning = {"months before an employer thinks of giving up", "mois avant qu'un employeur envisage de renoncer"},
     .source = "guess, with the hazard: Apec 2016 finds 11 % of executive searches given up",
     .guess = true},
    {.name = "hazard",
     .value = 0.08,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of giving up afterwards", "risque mensuel de renoncer ensuite"},
     .source = "guess: see patience",
     .guess = true},
};

/// Whether somebody runs the establishment, or may still be found to.
bool has_owner(const State& state, EstablishmentId establishment) {
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        for (const PostId post : state.cells.list[CellId{i}]) {
            if (state.posts[post].owner_post != 0 && !state.posts[post].holder.none()) {
                return true;
            }
        }
    }
    return false;
}

/// A search for an owner that an action accompanies is given up less often.
double perseverance(const State& state, PostId post) {
    const EstablishmentId establishment = state.cells.establishment[state.posts[post].cell];
    return state.posts[post].owner_post != 0 ? double{state.establishments.levers[establishment].closing} : 1.0;
}

void step(const Step& at, Proposals& proposals) {
    std::vector<PostId> given_up;
    const double probability = probability_from_hazard(at.parameters[hazard]);
    for (const PostId post : at.state.vacancies.members()) {
        const int open = at.state.month - at.state.posts[post].opened;
        if (open >= at.parameters[patience] && at.state.posts[post].reserved == 0 &&
            at.draws(at.state.posts[post].key, static_cast<std::uint32_t>(at.state.month))
                .happens(probability * perseverance(at.state, post))) {
            given_up.push_back(post);
        }
    }
    std::sort(given_up.begin(), given_up.end(),
              [&](PostId a, PostId b) { return at.state.posts[a].key < at.state.posts[b].key; });
    std::vector<EstablishmentId> closed;
    for (const PostId post : given_up) {
        const EstablishmentId establishment = at.state.cells.establishment[at.state.posts[post].cell];
        if (std::find(closed.begin(), closed.end(), establishment) != closed.end()) {
            continue;
        }
        proposals.abandon_vacancy(post);
        if (at.state.posts[post].owner_post != 0 && !has_owner(at.state, establishment)) {
            proposals.close(establishment, ClosureReason::no_successor);
            closed.push_back(establishment);
        }
    }
}

}  // namespace

extern const Process abandonment = {
    .name = "abandonment",
    .label = {"searches given up", "recherches abandonnées"},
    .meaning = {"Employers who have not found anybody for a while give up; the post is cut. A place that finds no "
                "owner closes.",
                "Les employeurs qui ne trouvent personne depuis un moment renoncent ; le poste est supprimé. Une "
                "maison qui ne trouve pas de patron ferme."},
    .formula = "hazard of giving up once the vacancy is `patience` months old",
    .source = "Apec 2016 (executives: 11 % of searches abandoned, 22 % still open after 3 to 6 months); hazard: guess",
    .parameters = parameters,
    .changes = {Change::abandon_vacancy, Change::close},
    .step = step,
};

}  // namespace releve::processes
