#include "tests/scenarios/actions/effects.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

/// Mean distance of those hired from a programme, and of the other unemployed, between the centres of their zones [km].
struct Ways {
    double helped = 0, others = 0;
    int helped_hires = 0;
};

double km_between(const Zone& a, const Zone& b) {
    constexpr double degree = 111.2;
    const double dy = degree * (a.lat - b.lat);
    const double dx = degree * std::cos(a.lat * 3.14159265 / 180) * (a.lon - b.lon);
    return std::hypot(dx, dy);
}

Ways ways_to_work(const Plan& plan) {
    Ways ways;
    int others = 0;
    std::set<PersonId> wide;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            const bool from_idle =
                event.kind == EventKind::hire && event.detail == static_cast<int>(HireOrigin::unemployment);
            if (!from_idle || !state.inside(event.person)) {
                continue;
            }
            const double km =
                km_between(langres().zones[state.persons[event.person].zone], langres().zones[event.zone]);
            const bool helped = wide.count(event.person) > 0;
            (helped ? ways.helped : ways.others) += km;
            ++(helped ? ways.helped_hires : others);
        }
        wide.clear();
        for (const Programme& programme : state.programmes) {
            wide.insert(programme.person);
        }
    });
    ways.helped /= std::max(1, ways.helped_hires);
    ways.others /= std::max(1, others);
    return ways;
}

}  // namespace

TEST_CASE("those who are helped find posts further away, and fewer posts stay without anybody") {
    const ActionEntry entry = everybody("mobility_support", {{"limited", 1}});
    const Ways ways = ways_to_work(langres_plan(36, {}, {entry}));
    CHECK(ways.helped_hires > 200);
    CHECK(ways.helped > 1.15 * ways.others);
    CHECK(standardised(effects(entry, "unfilled_posts", 60, 8)) < -2);
    CHECK(standardised(effects(entry, "long_term_unemployed", 36, 8)) < -2);
}

TEST_CASE("only residents unemployed for as long as said are helped, until they are hired or the help ends") {
    constexpr int horizon = 24;
    const ActionEntry entry = everybody("mobility_support", {{"unemployed_for", 6}, {"duration", 4}, {"limited", 0.5}});
    const Plan plan = langres_plan(horizon, {}, {entry});
    std::size_t seen = 0;
    follow(plan, [&](const State& state) {
        for (const Programme& programme : state.programmes) {
            ++seen;
            const Person& person = state.persons[programme.person];
            CHECK(programme.wide_reach);
            CHECK(person.status == Status::unemployed);
            CHECK(state.inside(programme.person));
            CHECK(person.age_years(state.month) >= 18);
            CHECK(state.month - 1 - person.status_since >= 6);
            CHECK(programme.until > state.month - 1);
            CHECK(programme.until <= state.month - 1 + 4);
        }
    });
    CHECK(seen > 500);
}

TEST_CASE("a person is limited or is not, whenever one asks: the share of those helped is the share said") {
    const ActionEntry entry =
        everybody("mobility_support", {{"unemployed_for", 0}, {"limited", 0.3}, {"duration", 24}});
    const Plan plan = langres_plan(1, {}, {entry});
    double helped = 0;
    double hired = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            helped += event.kind == EventKind::enrolment ? 1 : 0;
            hired +=
                event.kind == EventKind::hire && event.detail == static_cast<int>(HireOrigin::unemployment) ? 1 : 0;
        }
        const double asked = static_cast<double>(state.seekers.members().size()) + hired;
        // a binomial share, four standard errors, and those under 18 or outside
        CHECK(helped / asked == Approx(0.3).margin(4 * std::sqrt(0.21 / asked) + 0.02));
    });
}

TEST_CASE("people who would have gone as far anyway cost and change nothing; those helped are counted and bounded") {
    CHECK(changed_by_windfalls("mobility_support").empty());
    constexpr int horizon = 18;
    const Plan plan = langres_plan(horizon, {}, {action_entry("mobility_support", {{"capacity", 40}, {"take_up", 1}})});
    double begun = 0;
    double months = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            begun += event.kind == EventKind::enrolment ? 1 : 0;
        }
        months += static_cast<double>(state.programmes.size());
        CHECK(state.programmes.size() <= 40);
    });
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0);
    CHECK(volume(result, VolumeOf::start) == begun);
    CHECK(volume(result, VolumeOf::month) == months);
    CHECK(begun > 40);
}
