#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr EstablishmentId first_house{0};
constexpr EstablishmentId second_house{1};

int events_of(const State& state, EventKind kind) {
    return static_cast<int>(std::count_if(state.events.begin(), state.events.end(),
                                          [&](const Event& event) { return event.kind == kind; }));
}

const Event& event_of(const State& state, EventKind kind) {
    return *std::find_if(state.events.begin(), state.events.end(),
                         [&](const Event& event) { return event.kind == kind; });
}

/// The senior of the second house is relieved by action 3.
State relieved_senior() {
    State state = small_state();
    state.month = 5;
    change(state, [](Proposals& p) { p.relieve(3, the(senior)); });
    return state;
}

PostId post_beside(const State& state) { return state.cells.list[CellId{2}].back(); }

}  // namespace

TEST_CASE("somebody from elsewhere moves in and takes a post, as one more person") {
    State state = small_state();
    state.month = 3;
    const Person newcomer{.key = person_key(Origin::in_migrant, 3, 0), .birth = -400, .status = Status::unemployed};
    change(state, [&](Proposals& p) { p.recruit(newcomer, vacant_post, Contract::open_ended, 0.7F); });
    const PersonId person{10};
    REQUIRE(state.persons.size() == 11);
    CHECK(state.persons[person].status == Status::employed);
    CHECK(state.persons[person].post == vacant_post);
    CHECK(state.persons[person].hired == 3);
    CHECK(state.persons[person].mastery == 0.7F);
    CHECK(state.posts[vacant_post].holder == person);
    CHECK_FALSE(state.vacancies.contains(vacant_post));
    CHECK_FALSE(state.seekers.contains(person));
    CHECK(events_of(state, EventKind::arrival) == 1);
    CHECK(events_of(state, EventKind::hire) == 1);
    check_invariants(state);
}

TEST_CASE("a placement is a hire that tells its action, and whether it came along a link") {
    for (const bool link : {false, true}) {
        State state = small_state();
        change(state, [&](Proposals& p) { p.place(4, the(seeker), vacant_post, Contract::fixed_term, 0.5F, link); });
        CHECK(state.posts[vacant_post].holder == the(seeker));
        CHECK(events_of(state, EventKind::hire) == 1);
        CHECK(event_of(state, EventKind::placement).detail == 4);
        CHECK(event_of(state, EventKind::placement).months == (link ? 1 : 0));
        CHECK(event_of(state, EventKind::placement).person == the(seeker));
        check_invariants(state);
    }
}

TEST_CASE("who is about to leave is relieved: a post beside, recruited for at once, that demand does not count") {
    const State state = relieved_senior();
    CHECK(state.cells.posts[CellId{2}] == 4);
    CHECK(state.cells.overlap[CellId{2}] == 1);
    CHECK(state.posts[PostId{3}].relieved == 3);
    CHECK(state.posts[PostId{3}].holder == the(senior));
    const Post& beside = state.posts[post_beside(state)];
    CHECK(beside.opened == 5);
    CHECK(beside.reason == VacancyReason::anticipation);
    CHECK(beside.relieved == 0);
    CHECK(events_of(state, EventKind::post_created) == 1);
    CHECK(event_of(state, EventKind::vacancy_opened).detail == static_cast<int>(VacancyReason::anticipation));
    check_invariants(state);
}

TEST_CASE("however the relieved worker leaves, the post left goes and the successor's stays") {
    const auto ways = {+[](Proposals& p) { p.retire(the(senior)); },
                       +[](Proposals& p) { p.die(the(senior)); },
                       +[](Proposals& p) { p.separate(the(senior), Separation::quit); },
                       +[](Proposals& p) { p.leave_territory(the(senior)); },
                       +[](Proposals& p) { p.become(the(senior), Status::inactive); },
                       +[](Proposals& p) { p.promote(the(senior), vacant_post, 0.9F); }};
    for (const auto leave : ways) {
        State state = relieved_senior();
        const PostId beside = post_beside(state);
        change(state, [&](Proposals& p) { p.hire(the(seeker), beside, Contract::open_ended, 0.5F); });
        CHECK(state.cells.overlap[CellId{2}] == 1);
        change(state, leave);
        check_invariants(state);
        CHECK(state.undecided.contains(PostId{3}));
        change(state, [](Proposals& p) { p.cut_post(PostId{3}); });
        CHECK(state.cells.overlap[CellId{2}] == 0);
        CHECK(state.cells.posts[CellId{2}] == 3);
        CHECK(state.posts[beside].holder == the(seeker));
        check_invariants(state);
        change(state, [](Proposals& p) { p.open_post(CellId{2}); });  // takes the place of the one cut
        CHECK(state.posts[PostId{3}].relieved == 0);
        check_invariants(state);
    }
}

TEST_CASE("who stays in a relieved post keeps it out of the count; a search given up takes the post beside away") {
    State state = relieved_senior();
    change(state, [&](Proposals& p) { p.abandon_vacancy(post_beside(state)); });
    CHECK(state.cells.posts[CellId{2}] == 3);
    CHECK(state.cells.overlap[CellId{2}] == 1);  // so that demand finds a post missing and opens another
    check_invariants(state);
    change(state, [](Proposals& p) { p.close(second_house, ClosureReason::closure); });
    CHECK(state.cells.overlap[CellId{2}] == 0);
    check_invariants(state);
}

TEST_CASE("all supports of an establishment bear at once, in whatever order they came, and end one by one") {
    const Support better{first_house, 2, 40, {.quits = 0.8F, .attraction = 1.3F}};
    const Support transfer{first_house, 1, 40, {.quits = 0.7F, .closing = 0.6F, .from_inside = 0.15F}};
    const Support third{first_house, 3, 40, {.quits = 0.9F, .from_inside = 0.1F}};
    State state = small_state();
    change(state, [&](Proposals& p) {
        p.support(better);
        p.support(transfer);
        p.support(third);
    });
    State other = small_state();
    change(other, [&](Proposals& p) {
        p.support(third);
        p.support(better);
        p.support(transfer);
    });
    const Levers& levers = state.establishments.levers[first_house];
    CHECK(levers.quits == Approx(0.8 * 0.7 * 0.9));
    CHECK(levers.attraction == 1.3F);
    CHECK(levers.closing == 0.6F);
    CHECK(levers.from_inside == Approx(0.25));
    CHECK(levers.quits == other.establishments.levers[first_house].quits);  // to the bit
    CHECK(levers.from_inside == other.establishments.levers[first_house].from_inside);
    CHECK(state.establishments.levers[second_house].quits == 1);
    CHECK(events_of(state, EventKind::support) == 3);
    change(state, [](Proposals& p) {
        p.withdraw(2, first_house);
        p.withdraw(3, first_house);
    });
    CHECK(levers.quits == 0.7F);
    CHECK(levers.attraction == 1);
    change(state, [](Proposals& p) { p.withdraw(1, first_house); });
    CHECK(levers.quits == 1);
    CHECK(levers.closing == 1);
    CHECK(levers.from_inside == 0);
    CHECK(state.supports.empty());
    check_invariants(state);
}

TEST_CASE("a closed establishment can still be let go") {
    State state = small_state();
    change(state, [](Proposals& p) {
        p.support({first_house, 1, 40, {.quits = 0.8F}});
        p.close(first_house, ClosureReason::closure);
    });
    CHECK(state.supports.size() == 1);
    change(state, [](Proposals& p) { p.withdraw(1, first_house); });
    CHECK(state.supports.empty());
    check_invariants(state);
}

TEST_CASE("units are noted and change nothing") {
    State state = small_state();
    const std::uint32_t posts = state.posts.size();
    change(state, [](Proposals& p) { p.count(2, VolumeOf::month, 7); });
    REQUIRE(state.events.size() == 1);
    CHECK(state.events[0].kind == EventKind::units);
    CHECK(state.events[0].detail == 2);
    CHECK(state.events[0].months == static_cast<int>(VolumeOf::month));
    CHECK(state.events[0].know_how == 7);
    CHECK(state.posts.size() == posts);
    check_invariants(state);
}

TEST_CASE("a post kept for somebody is given back when the programme ends, whatever has become of it") {
    const auto enrolled = [] {
        State state = small_state();
        change(state, [](Proposals& p) {
            p.enrol({.action = 1, .person = the(seeker), .until = 6, .into_training = true, .post = vacant_post});
        });
        CHECK(state.posts[vacant_post].reserved == 1);
        return state;
    };
    State completed = enrolled();
    change(completed, [](Proposals& p) { p.complete(the(seeker)); });
    CHECK(completed.posts[vacant_post].reserved == 0);
    CHECK(completed.posts[vacant_post].is_vacancy());
    check_invariants(completed);
    State hired = enrolled();
    change(hired, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.6F); });
    CHECK(hired.posts[vacant_post].reserved == 0);
    CHECK(hired.posts[vacant_post].holder == the(seeker));
    check_invariants(hired);
    State dead = enrolled();
    change(dead, [](Proposals& p) { p.die(the(seeker)); });
    CHECK(dead.posts[vacant_post].reserved == 0);
    // cut, and its place taken by another post that is kept for somebody else: that one stays kept
    State another = enrolled();
    change(another, [](Proposals& p) { p.cut_post(vacant_post); });
    change(another, [](Proposals& p) {
        p.open_post(CellId{2});
        p.open_vacancy(vacant_post, VacancyReason::growth);
    });
    CHECK(another.posts[vacant_post].reserved == 0);
    change(another,
           [](Proposals& p) { p.enrol({.action = 1, .person = the(other_seeker), .until = 9, .post = vacant_post}); });
    change(another, [](Proposals& p) { p.complete(the(seeker)); });
    CHECK(another.posts[vacant_post].reserved == 1);
    check_invariants(another);
}
