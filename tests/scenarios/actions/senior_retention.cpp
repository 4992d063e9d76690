#include "engine/model/demography/retirement.hpp"
#include "tests/scenarios/actions/effects.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace releve;
using namespace releve::tests;

TEST_CASE("seniors who are kept retire later, and leave fewer posts; fewer hours are worked") {
    const ActionEntry kept = everybody("senior_retention", {{"retirement_share", 0.3}});
    // more than half of some 700 exits from post over three years may be put off: far beyond chance in every replicate
    for (const double effect : effects(kept, "retirements", 36, 3)) {
        CHECK(effect < -50);
    }
    const ActionEntry hours = everybody("senior_retention", {{"retirement_share", 1}});
    for (const double effect : effects(hours, "competence_coverage", 24, 2)) {
        CHECK(effect < 0);
    }
    for (const double effect : effects(hours, "retirements", 24, 2)) {
        CHECK(effect == 0);
    }
}

TEST_CASE("only employees of the age who are about to retire are enrolled, for as long as said and no longer") {
    constexpr int horizon = 40;
    const Plan plan = langres_plan(horizon, {}, {everybody("senior_retention", {{"duration", 12}})});
    std::map<PersonId, int> due;  // known at the end of the month before
    std::size_t enrolments = 0;
    std::size_t completions = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            completions += event.kind == EventKind::completion ? 1 : 0;
            if (event.kind != EventKind::enrolment || state.month == 1) {
                continue;
            }
            ++enrolments;
            const Person& person = state.persons[event.person];
            CHECK(event.age >= 58);
            CHECK(event.contract != Contract::owner);
            CHECK_FALSE(person.pensioned);
            CHECK(due.count(event.person) == 1);
        }
        for (const Programme& programme : state.programmes) {
            CHECK(programme.until > state.month - 1);
            CHECK(programme.until <= state.month - 1 + 12);
            CHECK(state.persons[programme.person].status == Status::employed);
        }
        due.clear();
        for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
            const int month = known_retirement(state, PersonId{i});
            if (month - state.month <= 12) {
                due.emplace(PersonId{i}, month);
            }
        }
    });
    CHECK(enrolments > 100);
    CHECK(completions > 10);
}

TEST_CASE("nobody is old enough, or all would have stayed anyway: nothing changes") {
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {everybody("senior_retention", {{"age", 75}})});
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0);
    CHECK(volume(result, VolumeOf::start) < 10);  // some do work at 75
    CHECK(changed_by_windfalls("senior_retention").empty());
}

TEST_CASE("the seniors enrolled are counted, never more at the same time than the capacity") {
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {action_entry("senior_retention", {{"capacity", 15}, {"take_up", 1}})});
    double starts = 0;
    double months = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            starts += event.kind == EventKind::enrolment ? 1 : 0;
        }
        months += static_cast<double>(state.programmes.size());
        CHECK(state.programmes.size() <= 15);
    });
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0);
    CHECK(volume(result, VolumeOf::start) == starts);
    CHECK(volume(result, VolumeOf::month) == months);
    CHECK(volume(result, VolumeOf::running_month) == horizon);
    CHECK(starts > 15);
}
