#include "engine/base/error.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace releve;
using namespace releve::tests;

namespace {

PersonId any_person(const State& state, Draws& draws) { return {draws.below(state.persons.size())}; }
PostId any_post(const State& state, Draws& draws) { return {draws.below(state.posts.size())}; }

Founding anything_born(PersonId founder, std::uint32_t number) {
    Founding founding;
    founding.key = newborn_key(number / 60, 0, 2, number % 60);
    founding.cells = {{0, 1, 1.0F}, {1, static_cast<std::uint16_t>(number % 3), 1.0F}};
    founding.founder = founder;
    founding.mastery = 0.5F;
    return founding;
}

/// What cells want and what waits for somebody to take it over: neither closures nor births change it.
double wanted_in_all(const State& state) {
    double wanted = 0;
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        wanted += double{state.cells.posts_at_start[CellId{i}]};
    }
    for (const FreedDemand& freed : state.freed) {
        wanted += double{freed.posts};
    }
    return wanted;
}

void propose_anything(const State& state, Draws& draws, std::uint32_t number, Proposals& p) {
    const PersonId person = any_person(state, draws);
    const PostId post = any_post(state, draws);
    switch (draws.below(26)) {
        case 0: return p.die(person);
        case 1: return p.retire(person);
        case 2: return p.leave_territory(person);
        case 3: return p.separate(person, Separation::quit);
        case 4: return p.convert_contract(person, Contract::open_ended);
        case 5: return p.become(person, Status::inactive);
        case 6: return p.become(person, Status::outside);
        case 7: return p.open_post(CellId{draws.below(state.cells.size())});
        case 8: return p.cut_post(post);
        case 9: return p.open_vacancy(post, VacancyReason::replacement);
        case 10: return p.abandon_vacancy(post);
        case 11: return p.enrol({.action = 1, .person = person, .into_training = true, .occupation = 2});
        case 12: return p.complete(person, 1);
        case 13: return p.become(person, Status::unemployed);
        case 14:
            return p.arrive({.key = person_key(Origin::other, 1, number), .birth = -400, .status = Status::unemployed});
        case 15: return p.found(anything_born(person, number));
        case 16: {
            const EstablishmentId establishment{draws.below(state.establishments.size())};
            return draws.happens(0.3) ? p.close(establishment, ClosureReason::closure) : p.retire(person);
        }
        case 17: return p.shift_target(CellId{draws.below(state.cells.size())}, 1.0F);
        case 18: return p.scale_target(CellId{draws.below(state.cells.size())}, 1.0F);
        case 19:
            return p.recruit({.key = person_key(Origin::in_migrant, 1, number), .birth = -400}, post,
                             Contract::open_ended, 0.5F);
        case 20: return p.place(1, person, post, Contract::open_ended, 0.5F);
        case 21: return p.relieve(1, person);
        case 22: return p.support({EstablishmentId{draws.below(state.establishments.size())}, 1, 90, {}});
        case 23: return p.withdraw(1, EstablishmentId{draws.below(state.establishments.size())});
        case 24: return p.enrol({.action = 2, .person = person, .post = post});
        default: return p.hire(person, post, Contract::fixed_term, 0.5F);
    }
}

std::map<Status, int> statuses(const State& state) {
    std::map<Status, int> counts;
    for (const Person& person : state.persons) {
        ++counts[person.status];
    }
    return counts;
}

}  // namespace

TEST_CASE("whatever is proposed, people and posts are conserved") {
    State state = small_state();
    int accepted = 0;
    int arrivals = 0;
    int deaths = 0;
    int posts = 6;
    int births = 0;
    int closures = 0;
    for (std::uint32_t number = 0; number < 6'000; ++number) {
        state.month = static_cast<int>(number / 60);
        Draws draws(1, 0, {number, 0}, purpose("conservation"), 0);
        Proposals proposals;
        propose_anything(state, draws, number, proposals);
        state.events.clear();
        try {
            commit(state, proposals, "anything");
            ++accepted;
        } catch (const ModelError&) {
            continue;
        }
        for (const Event& event : state.events) {
            arrivals += event.kind == EventKind::arrival ? 1 : 0;
            deaths += event.kind == EventKind::death ? 1 : 0;
            births += event.kind == EventKind::establishment_born ? 1 : 0;
            closures += event.kind == EventKind::establishment_closed ? 1 : 0;
            posts += event.kind == EventKind::post_created ? 1 : 0;
            posts -= event.kind == EventKind::post_cut || event.kind == EventKind::vacancy_abandoned ? 1 : 0;
        }
        REQUIRE_NOTHROW(check_invariants(state));
    }
    CHECK(accepted > 2'000);
    CHECK(static_cast<int>(state.persons.size()) == 10 + arrivals);
    CHECK(statuses(state)[Status::dead] == deaths);
    int open = 0;
    for (const std::uint32_t number : state.establishments.posts.values()) {
        open += number > 0 ? 1 : 0;
    }
    CHECK(births > 50);
    CHECK(closures > 20);
    CHECK(open == 2 + births - closures);
    CHECK(wanted_in_all(state) == 6.0);
    int existing = 0;
    int filled = 0;
    for (std::uint32_t cell = 0; cell < state.cells.size(); ++cell) {
        existing += state.cells.posts[CellId{cell}];
        filled += state.cells.filled[CellId{cell}];
    }
    CHECK(existing == posts);
    CHECK(filled == statuses(state)[Status::employed]);
    CHECK(state.vacancies.members().size() + state.undecided.members().size() ==
          static_cast<std::size_t>(existing - filled));
}
