#include "engine/model/tallies.hpp"

#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace releve;
using namespace releve::tests;

TEST_CASE("totals of a month are those of the small territory") {
    State state = small_state();
    Pack pack;
    const Totals totals = totals_of(state, pack);
    CHECK(totals.posts == 6);
    CHECK(totals.filled == 5);
    CHECK(totals.long_term_unemployed == 2);        // both since 24 months ago
    state.persons[the(seeker)].status_since = -11;  // with the month of entry, a year at the end of month 0
    CHECK(totals_of(state, pack).long_term_unemployed == 2);
    state.persons[the(seeker)].status_since = -10;
    CHECK(totals_of(state, pack).long_term_unemployed == 1);
    state.persons[the(other_seeker)].zone = 2;  // lives outside
    CHECK(totals_of(state, pack).long_term_unemployed == 0);
    state.calendar.step = 2;
    CHECK(totals_of(state, pack).long_term_unemployed == 1);  // eleven steps of two months
}

TEST_CASE("the census counts residents, residents in work and people in post by age and sex") {
    State state = small_state();
    state.persons[the(senior)].sex = Sex::women;
    const Census census = census_of(state);
    const auto sum = [](const Census::ByAgeAndSex& all) { return std::accumulate(all.begin(), all.end(), 0U); };
    CHECK(sum(census.residents) == 9);
    CHECK(sum(census.working_residents) == 5);
    CHECK(sum(census.in_post) == 5);
    const std::size_t sixties = result_age_band(61) * 2;
    CHECK(census.in_post[sixties + static_cast<std::size_t>(Sex::women)] == 1);
    CHECK(census.in_post[sixties + static_cast<std::size_t>(Sex::men)] == 0);
    CHECK(census.by_contract[static_cast<std::size_t>(Contract::open_ended)] == 3);
    CHECK(census.by_contract[static_cast<std::size_t>(Contract::owner)] == 1);
    state.persons[the(young)].zone = 2;
    state.persons[the(inactive)].status = Status::dead;
    state.persons[the(pupil)].status = Status::gone;
    const Census later = census_of(state);
    CHECK(sum(later.residents) == 6);
    CHECK(sum(later.working_residents) == 4);
    CHECK(sum(later.in_post) == 5);  // who commutes in is in post here
}

TEST_CASE("the census adds up the hours of those in post, and counts who works part time, by sex") {
    State state = small_state();
    CHECK(census_of(state).working_time == 5 * full_time);
    CHECK(census_of(state).part_time == std::array<std::uint32_t, 2>{0, 0});
    state.persons[the(senior)].sex = Sex::women;
    state.persons[the(senior)].working_time = 60;
    state.persons[the(young)].working_time = 25;
    state.persons[the(seeker)].working_time = 25;  // left from the last post: counts for nothing
    const Census census = census_of(state);
    CHECK(census.working_time == 3 * full_time + 60 + 25);
    CHECK(census.part_time[static_cast<std::size_t>(Sex::women)] == 1);
    CHECK(census.part_time[static_cast<std::size_t>(Sex::men)] == 1);
}

TEST_CASE("events by kind keep their order within a kind") {
    std::vector<Event> events;
    for (std::uint8_t i = 0; i < 6; ++i) {
        events.push_back({.kind = i % 2 == 0 ? EventKind::transfer : EventKind::hire, .detail = i});
    }
    const EventsByKind by_kind(events);
    CHECK(by_kind.of(EventKind::death).empty());
    REQUIRE(by_kind.of(EventKind::hire).size() == 3);
    REQUIRE(by_kind.of(EventKind::transfer).size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(by_kind.of(EventKind::transfer)[i].detail == 2 * i);
        CHECK(by_kind.of(EventKind::hire)[i].detail == 2 * i + 1);
    }
    CHECK(EventsByKind({}).of(EventKind::transfer).empty());
}
