#include "engine/model/process.hpp"

#include <algorithm>
#include <optional>

namespace releve::processes {

namespace {

enum : std::size_t {
    closes_alone,
    closes_1_5,
    closes_6_9,
    closes_from_10,
    from_inside,
    least_tenure,
    partner_replaced
};
constexpr Parameter parameters[] = {
    {.name = "closes_alone",
     .value = 0.45,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that the place closes when an owner without employees leaves",
                 "probabilité de fermeture au départ d'un indépendant sans salarié"},
     .source = "guess: transfers and takeovers of very small firms and farms; range 0.3 to 0.7",
     .guess = true},
    {.name = "closes_1_5",
     .value = 0.25,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"the same with 1 to 5 other posts", "la même avec 1 à 5 autres postes"},
     .source = "guess: between the owner alone and larger firms; range 0.1 to 0.4",
     .guess = true},
    {.name = "closes_6_9",
     .value = 0.12,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"the same with 6 to 9 other posts", "la même avec 6 à 9 autres postes"},
     .source = "guess: range 0.05 to 0.25",
     .guess = true},
    {.name = "closes_from_10",
     .value = 0.05,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"the same with 10 other posts or more", "la même avec 10 autres postes ou plus"},
     .source = "guess: size counts more than the owner's age (BPCE L'Observatoire, transfers of 2013); range 0 to 0.15",
     .guess = true},
    {.name = "from_inside",
     .value = 0.3,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability, if it goes on, that somebody of the house takes over at once, family or employee",
                 "probabilité, si la maison continue, d'une reprise immédiate par la famille ou un salarié"},
     .source = "guess: family 17 % of transfers of 10 staff and more in 2013 (BPCE L'Observatoire), employees on top; "
               "range 0.17 to 0.45",
     .guess = true},
    {.name = "least_tenure",
     .value = 24,
     .unit = "month",
     .least = 0,
     .most = 240,
     .meaning = {"time in the house that it takes to take it over", "ancienneté requise pour reprendre la maison"},
     .source = "guess",
     .guess = true},
    {.name = "partner_replaced",
     .value = 0.55,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that a partner is looked for when one of several owners leaves",
                 "probabilité qu'un associé soit cherché quand l'un de plusieurs patrons part"},
     .source = "guess: range 0.3 to 0.8",
     .guess = true},
};

struct House {
    int other_posts = 0;
    bool other_owner = false;      ///< somebody else runs it: a partner
    std::optional<PersonId> heir;  ///< the employee of most mastery among those who have been there long enough
};

House house_of(const Step& at, EstablishmentId establishment, PostId left) {
    House house;
    const State& state = at.state;
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        for (const PostId post : state.cells.list[CellId{i}]) {
            house.other_posts += post == left ? 0 : 1;
            const PersonId holder = state.posts[post].holder;
            if (holder.none()) {
                continue;
            }
            const Person& person = state.persons[holder];
            house.other_owner = house.other_owner || state.posts[post].owner_post != 0;
            const bool may =
                person.contract == Contract::open_ended && state.month - person.hired >= at.parameters[least_tenure];
            const auto rank = [&](PersonId one) {
                return std::pair(know_how_now(state, one) + mastery_now(state, one), state.persons[one].key);
            };
            if (may && (!house.heir || rank(*house.heir) < rank(holder))) {
                house.heir = holder;
            }
        }
    }
    return house;
}

double probability_of_closing(const Step& at, const House& house) {
    const std::size_t by_size = house.other_posts == 0   ? closes_alone
                                : house.other_posts < 6  ? closes_1_5
                                : house.other_posts < 10 ? closes_6_9
                                                         : closes_from_10;
    return house.other_owner ? 0.0 : at.parameters[by_size];
}

void step(const Step& at, Proposals& proposals) {
    std::vector<std::pair<DrawKey, PostId>> left;
    for (const PostId post : at.state.undecided.members()) {
        if (at.state.posts[post].owner_post != 0 && at.state.posts[post].reason == VacancyReason::replacement) {
            left.emplace_back(at.state.posts[post].key, post);
        }
    }
    std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<EstablishmentId> closed, taken_over;
    for (const auto& [key, post] : left) {
        const CellId cell = at.state.posts[post].cell;
        const EstablishmentId establishment = at.state.cells.establishment[cell];
        if (std::find(closed.begin(), closed.end(), establishment) != closed.end()) {
            continue;  // two owners left in the same month
        }
        const bool settled = std::find(taken_over.begin(), taken_over.end(), establishment) != taken_over.end();
        const House house = house_of(at, establishment, post);
        Draws draws = at.draws(key, static_cast<std::uint32_t>(at.state.month));
        const Levers& levers = at.state.establishments.levers[establishment];
        const bool closes = draws.happens(probability_of_closing(at, house) * levers.closing);
        const bool inside = draws.happens(at.parameters[from_inside] + levers.from_inside);
        const bool partner = draws.happens(at.parameters[partner_replaced]);
        if (house.other_owner && !partner) {
            proposals.cut_post(post);
        } else if (closes && !settled) {
            proposals.close(establishment, ClosureReason::no_successor);
            closed.push_back(establishment);
        } else if (inside && !settled && !house.other_owner && house.heir) {
            const Person& heir = at.state.persons[*house.heir];
            const bool same_work = heir.occupation == at.state.cells.occupation[cell];
            // who takes up another trade keeps half of the mastery: guess
            const float mastery = mastery_now(at.state, *house.heir) * (same_work ? 1.0F : 0.5F);
            proposals.hire(*house.heir, post, Contract::owner, mastery);
            taken_over.push_back(establishment);
        } else {
            proposals.open_vacancy(post, VacancyReason::replacement);
        }
    }
}

}  // namespace

extern const Process succession = {
    .name = "succession",
    .label = {"succession of owners", "transmission des entreprises"},
    .meaning =
        {"When an owner retires, dies or leaves, the place closes, or an employee takes it over, or a successor is "
         "looked "
         "for outside. Who runs it with a partner leaves it to the partner, who may look for another. The age of an "
         "owner counts through the "
         "exit "
         "only.",
         "Quand un patron prend sa retraite, décède ou part, la maison ferme, ou un salarié la reprend, ou un "
         "repreneur "
         "est cherché au-dehors. Avec un associé, la maison continue, et un autre est parfois cherché. L'âge du patron "
         "ne compte que par son départ."},
    .formula =
        "P(closure) by number of other posts (0, 1-5, 6-9, 10 and more), 0 with a partner, who is replaced with "
        "probability partner_replaced; else from_inside by the "
        "employee on an open-ended contract with the highest mastery + know-how; else a vacancy, and closure if the "
        "search is given up and nobody else runs it",
    .source = "guess by size; BPCE L'Observatoire (transfers of 2013: owner's age alone predicts badly, size counts)",
    .parameters = parameters,
    .changes = {Change::close, Change::hire, Change::open_vacancy, Change::cut_post},
    .step = step,
};

}  // namespace releve::processes
