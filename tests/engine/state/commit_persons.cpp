#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

const Event& only_event(const State& state, EventKind kind) {
    const Event* found = nullptr;
    for (const Event& event : state.events) {
        if (event.kind == kind) {
            REQUIRE(found == nullptr);
            found = &event;
        }
    }
    REQUIRE(found != nullptr);
    return *found;
}

void check_left_post(const State& state, PostId post, Separation how) {
    CHECK(state.posts[post].holder.none());
    CHECK(state.posts[post].left_by == how);
    CHECK(state.posts[post].vacated == state.month);
    CHECK(state.undecided.contains(post));
    CHECK_FALSE(state.posts[post].is_vacancy());
    check_invariants(state);
}

}  // namespace

TEST_CASE("the small state is sound") { check_invariants(small_state()); }

TEST_CASE("death frees the post and is final") {
    State state = small_state();
    state.month = 6;
    change(state, [](Proposals& p) { p.die(the(open_ended_worker)); });
    CHECK(state.persons[the(open_ended_worker)].status == Status::dead);
    check_left_post(state, PostId{0}, Separation::death);
    CHECK(only_event(state, EventKind::death).age == 40);
    const Event& separation = only_event(state, EventKind::separation);
    CHECK(separation.months == 30);  // hired 24 months before the start
    // know-how k(t) = 1 - (1 - k0) exp(-t / 36) is lost to the establishment
    CHECK(separation.know_how == Approx(1 - 0.5 * std::exp(-6.0 / 36)).epsilon(1e-6));
}

TEST_CASE("retirement from a post and from unemployment") {
    State state = small_state();
    change(state, [](Proposals& p) { p.retire(the(senior)); });
    check_left_post(state, PostId{3}, Separation::retirement);
    CHECK(only_event(state, EventKind::retirement).detail == 1);
    change(state, [](Proposals& p) { p.retire(the(seeker)); });
    CHECK(only_event(state, EventKind::retirement).detail == 0);
    CHECK_FALSE(state.seekers.contains(the(seeker)));
    check_invariants(state);
}

TEST_CASE("who claims a pension and goes on working keeps the post, and is retired when it ends") {
    State state = small_state();
    change(state, [](Proposals& p) { p.claim_pension(the(senior), 60); });
    CHECK(only_event(state, EventKind::retirement).detail == retires_at_work);
    CHECK(state.persons[the(senior)].status == Status::employed);
    CHECK(state.persons[the(senior)].working_time == 60);
    change(state, [](Proposals& p) { p.hire(the(senior), vacant_post, Contract::open_ended, 0.5F); });
    CHECK(state.persons[the(senior)].working_time == 60);
    change(state, [](Proposals& p) { p.separate(the(senior), Separation::layoff); });
    CHECK(state.persons[the(senior)].status == Status::retired);
    check_invariants(state);
}

TEST_CASE("hours are drawn on entry into a post, and end with it") {
    State state = small_state();
    state.working_times = {.part_time = {1, 1, 1, 1}, .pay = {1, 1, 1, 1}, .hours = {{0.5, 0.6, 1}}, .rules = {}};
    change(state, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F); });
    CHECK(state.persons[the(seeker)].working_time >= 50);
    CHECK(state.persons[the(seeker)].working_time < 60);
    change(state, [](Proposals& p) { p.separate(the(seeker), Separation::layoff); });
    CHECK(state.persons[the(seeker)].working_time == full_time);
}

TEST_CASE("inactivity and short hours leave quarters behind") {
    State state = small_state();
    state.working_times.rules = {{0, 200, 1820}};
    state.persons[the(senior)].working_time = 25;  // 2 quarters a year
    state.month = 12;
    change(state, [](Proposals& p) { p.become(the(inactive), Status::unemployed); });
    change(state, [](Proposals& p) { p.separate(the(senior), Separation::quit); });
    CHECK(state.persons[the(inactive)].missed == 4 * 12);
    CHECK(state.persons[the(senior)].missed == 2 * 12);
}

TEST_CASE("leaving the territory and losing a post") {
    State state = small_state();
    change(state, [](Proposals& p) { p.leave_territory(the(young)); });
    CHECK(state.persons[the(young)].status == Status::gone);
    check_left_post(state, PostId{4}, Separation::other);
    change(state, [](Proposals& p) { p.separate(the(fixed_term_worker), Separation::contract_end); });
    CHECK(state.persons[the(fixed_term_worker)].status == Status::unemployed);
    CHECK(state.seekers.contains(the(fixed_term_worker)));
    CHECK(only_event(state, EventKind::separation).contract == Contract::fixed_term);
    check_left_post(state, PostId{1}, Separation::contract_end);
}

TEST_CASE("a seeker is hired") {
    State state = small_state();
    state.month = 3;
    change(state, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::fixed_term, 0.45F); });
    CHECK(state.persons[the(seeker)].status == Status::employed);
    CHECK(state.persons[the(seeker)].post == vacant_post);
    CHECK(state.persons[the(seeker)].hired == 3);
    CHECK(state.persons[the(seeker)].contract == Contract::fixed_term);
    CHECK(state.persons[the(seeker)].mastery == 0.45F);
    CHECK(state.persons[the(seeker)].hires == 1);
    CHECK(state.cells.filled[CellId{2}] == 3);
    CHECK_FALSE(state.vacancies.contains(vacant_post));
    const Event& hire = only_event(state, EventKind::hire);
    CHECK(hire.detail == static_cast<unsigned>(HireOrigin::unemployment));
    CHECK(hire.months == 5);  // the post was vacated two months before the start
    CHECK(hire.zone == 1);
    check_invariants(state);
}

TEST_CASE("a worker who moves leaves the old post vacant, and a new occupation keeps the old one second") {
    State state = small_state();
    state.month = 10;
    change(state, [](Proposals& p) { p.hire(the(owner), vacant_post, Contract::open_ended, 0.3F); });
    check_left_post(state, PostId{2}, Separation::job_to_job);
    CHECK(only_event(state, EventKind::hire).detail == static_cast<unsigned>(HireOrigin::post));
    CHECK(state.persons[the(owner)].occupation == 0);
    CHECK(state.persons[the(owner)].second_occupation == 1);
    // mastery of the first occupation had grown for ten months at its gain of 0.02
    CHECK(state.persons[the(owner)].second_mastery == Approx(1 - 0.1 * std::exp(-0.2)).epsilon(1e-6));
    CHECK(state.persons[the(owner)].know_how == 0);
}

TEST_CASE(
    "a promotion keeps tenure, contract and know-how, ends what an action does, and is neither hire nor separation") {
    State state = small_state();
    change(state, [](Proposals& p) {
        p.enrol({.action = 1, .person = the(fixed_term_worker), .partner = the(open_ended_worker), .until = 30});
        p.separate(the(owner), Separation::quit);
    });
    state.month = 10;
    change(state, [](Proposals& p) { p.promote(the(open_ended_worker), PostId{2}, 0.3F); });
    CHECK(only_event(state, EventKind::promotion).months == 10);
    CHECK(only_event(state, EventKind::promotion).occupation == 1);
    for (const Event& event : state.events) {
        CHECK(event.kind == EventKind::promotion);
    }
    const Person& worker = state.persons[the(open_ended_worker)];
    CHECK(worker.hired == -24);
    CHECK(worker.hires == 0);
    CHECK(worker.status_since == 10);  // a spell begins: same hours, another pay
    CHECK(worker.mastery == 0.3F);
    CHECK(worker.second_mastery == Approx(1 - 0.2 * std::exp(-0.05 * 10)).epsilon(1e-6));
    CHECK(worker.know_how == Approx(1 - 0.5 * std::exp(-10.0 / 36)).epsilon(1e-6));
    CHECK(state.programmes.empty());
    CHECK(state.cells.filled[CellId{0}] == 1);
    CHECK(state.cells.filled[CellId{1}] == 1);
    CHECK(state.posts[PostId{0}].reason == VacancyReason::promotion);
    check_left_post(state, PostId{0}, Separation::job_to_job);
}

TEST_CASE("hires tell where the person came from") {
    const auto origin = [](State state, Someone who) {
        change(state, [who](Proposals& p) { p.hire(the(who), vacant_post, Contract::open_ended, 0.5F); });
        return static_cast<HireOrigin>(only_event(state, EventKind::hire).detail);
    };
    State state = small_state();
    CHECK(origin(state, inactive) == HireOrigin::unemployment);
    CHECK(origin(state, outsider) == HireOrigin::outside);
    change(state, [](Proposals& p) { p.become(the(pupil), Status::unemployed, 2); });
    CHECK(only_event(state, EventKind::school_leaving).person == the(pupil));
    CHECK(state.persons[the(pupil)].occupation == 2);
    CHECK(state.persons[the(pupil)].career_start == 0);
    CHECK(origin(state, pupil) == HireOrigin::school);
}

TEST_CASE("becoming inactive, unemployed, outside") {
    State state = small_state();
    state.month = 2;
    change(state, [](Proposals& p) { p.become(the(open_ended_worker), Status::inactive); });
    check_left_post(state, PostId{0}, Separation::other);
    change(state, [](Proposals& p) { p.become(the(inactive), Status::unemployed); });
    CHECK(state.seekers.contains(the(inactive)));
    change(state, [](Proposals& p) { p.become(the(seeker), Status::outside); });
    CHECK_FALSE(state.seekers.contains(the(seeker)));
    CHECK(state.persons[the(seeker)].status_since == 2);
    check_invariants(state);
}

TEST_CASE("a newcomer is added at the end and known by the sets") {
    State state = small_state();
    const std::uint32_t before = state.persons.size();
    Person newcomer{.key = person_key(Origin::in_migrant, 4, 2), .birth = -300, .status = Status::unemployed};
    change(state, [&](Proposals& p) { p.arrive(newcomer); });
    CHECK(state.persons.size() == before + 1);
    CHECK(state.seekers.contains(PersonId{before}));
    CHECK(only_event(state, EventKind::arrival).detail == static_cast<unsigned>(Origin::in_migrant));
    CHECK(state.persons[PersonId{before}].key == newcomer.key);
    check_invariants(state);
}

TEST_CASE("a contract is converted and mastery is learnt") {
    State state = small_state();
    change(state, [](Proposals& p) { p.convert_contract(the(fixed_term_worker), Contract::open_ended); });
    CHECK(state.persons[the(fixed_term_worker)].contract == Contract::open_ended);
    CHECK(only_event(state, EventKind::conversion).person == the(fixed_term_worker));
    state.month = 5;
    change(state, [](Proposals& p) { p.learn(the(seeker), 0.9F); });
    CHECK(mastery_now(state, the(seeker)) == 0.9F);
    check_invariants(state);
}

TEST_CASE("a tutor and a tutored person are enrolled together and end together") {
    State state = small_state();
    change(state, [](Proposals& p) {
        p.enrol({.action = 2,
                 .person = the(young),
                 .partner = the(senior),
                 .until = 12,
                 .learning_boost = 3,
                 .partner_working_share = 0.9F});
    });
    CHECK(state.programmes.size() == 2);
    CHECK(state.programme_of(the(senior)).is_tutor);
    CHECK(state.programme_of(the(senior)).partner == the(young));
    CHECK(state.programme_of(the(senior)).working_share == 0.9F);
    CHECK(only_event(state, EventKind::enrolment).detail == 2);
    state.month = 4;
    CHECK(mastery_now(state, the(young)) == Approx(1 - 0.6 * std::exp(-3 * 0.05 * 4)).epsilon(1e-6));
    check_invariants(state);
    SECTION("by completion") {
        change(state, [](Proposals& p) { p.complete(the(young)); });
        CHECK(only_event(state, EventKind::completion).person == the(young));
    }
    SECTION("by the tutor's retirement, without a completion") {
        change(state, [](Proposals& p) { p.retire(the(senior)); });
    }
    CHECK(state.programmes.empty());
    CHECK(state.programme_of(the(young)).learning_boost == 1);
    CHECK(state.programme_of(the(senior)).working_share == 1);
    state.month = 6;  // four months boosted, two not
    CHECK(mastery_now(state, the(young)) == Approx(1 - 0.6 * std::exp(-0.05 * (3 * 4 + 2))).epsilon(1e-6));
    check_invariants(state);
}

TEST_CASE("training: another occupation, an insertion contract, then unemployment with more applications") {
    State state = small_state();
    change(state, [](Proposals& p) {
        p.enrol({.action = 1, .person = the(seeker), .until = 6, .into_training = true, .occupation = 2});
    });
    CHECK(state.persons[the(seeker)].status == Status::training);
    CHECK(state.persons[the(seeker)].contract == Contract::insertion);
    CHECK(state.persons[the(seeker)].occupation == 2);
    CHECK_FALSE(state.seekers.contains(the(seeker)));
    State hired = state;
    change(hired, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F); });
    CHECK(only_event(hired, EventKind::hire).detail == static_cast<unsigned>(HireOrigin::training));
    CHECK(hired.programmes.empty());
    change(state, [](Proposals& p) { p.complete(the(seeker), 2); });
    CHECK(state.persons[the(seeker)].status == Status::unemployed);
    CHECK(state.persons[the(seeker)].extra_applications == 2);
    check_invariants(state);
    change(state, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F); });
    CHECK(state.persons[the(seeker)].extra_applications == 0);
    check_invariants(hired);
}
