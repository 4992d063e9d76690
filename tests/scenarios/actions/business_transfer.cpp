#include "tests/scenarios/actions/effects.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

int count(const State& state, EventKind kind, int detail) {
    return static_cast<int>(std::count_if(state.events.begin(), state.events.end(), [&](const Event& event) {
        return event.kind == kind && event.detail == detail;
    }));
}

struct Fates {
    int without_successor = 0, taken_over_inside = 0;
};

Fates fates(const Plan& plan) {
    Fates found;
    follow(plan, [&](const State& state) {
        found.without_successor +=
            count(state, EventKind::establishment_closed, static_cast<int>(ClosureReason::no_successor));
        found.taken_over_inside += count(state, EventKind::transfer, 1);
    });
    return found;
}

/// Births of those who run an establishment.
std::vector<MonthIndex> owners(const State& state, EstablishmentId establishment) {
    std::vector<MonthIndex> births;
    for (const Post& post : state.posts) {
        if (post.exists() && post.owner_post != 0 && !post.holder.none() &&
            state.cells.establishment[post.cell] == establishment) {
            births.push_back(state.persons[post.holder].birth);
        }
    }
    return births;
}

}  // namespace

TEST_CASE("owners who are accompanied close less often, and more of the house take over") {
    constexpr int horizon = 36;
    const Fates baseline = fates(langres_plan(horizon));
    const Fates helped =
        fates(langres_plan(horizon, {}, {everybody("business_transfer", {{"closing", 0}, {"from_inside", 0.7}})}));
    // some 90 owners without a partner leave in three years, most of them past 55: nearly all chances of closing go
    CHECK(helped.without_successor < 0.5 * baseline.without_successor);
    CHECK(helped.taken_over_inside > 1.5 * baseline.taken_over_inside);
    CHECK(baseline.without_successor > 10);
    for (const double effect : effects(everybody("business_transfer", {{"closing", 0}}), "transfers", 36, 2)) {
        CHECK(effect > 0);
    }
}

TEST_CASE("only small establishments whose owners are all of the age are supported, once, and let go in time") {
    constexpr int horizon = 40;
    const ActionEntry entry = everybody("business_transfer", {{"owner_age", 60}, {"largest", 8}, {"duration", 24}});
    const Plan plan = langres_plan(horizon, {}, {entry});
    std::size_t seen = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            if (event.kind != EventKind::support || state.establishments.closed[event.establishment] != 0) {
                continue;
            }
            ++seen;
            for (const MonthIndex birth : owners(state, event.establishment)) {
                // who takes over in the very month may be younger
                CHECK((state.month - 1 - birth >= 60 * 12 || count(state, EventKind::transfer, 1) > 0 ||
                       count(state, EventKind::transfer, 0) > 0));
            }
        }
        std::set<EstablishmentId> supported;
        for (const Support& support : state.supports) {
            CHECK(supported.insert(support.establishment).second);
            CHECK(support.until > state.month - 1);
            CHECK(support.until <= state.month - 1 + 24);
        }
    });
    CHECK(seen > 100);
    const Plan one = langres_plan(6, {}, {everybody("business_transfer", {{"largest", 1}})});
    follow(one, [&](const State& state) {
        for (const Support& support : state.supports) {
            if (support.until == state.month - 1 + 36) {
                CHECK(state.establishments.posts[support.establishment] <= 2);  // it may have grown in the month
            }
        }
    });
}

TEST_CASE("owners who would have prepared anyway cost and change nothing; visits are counted and bounded") {
    CHECK(changed_by_windfalls("business_transfer").empty());
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {action_entry("business_transfer", {{"visits", 20}, {"take_up", 1}})});
    double begun = 0;
    double months = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            begun += event.kind == EventKind::support ? 1 : 0;
        }
        months += static_cast<double>(state.supports.size());
        CHECK(state.supports.size() <= 20);
    });
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0);
    CHECK(volume(result, VolumeOf::establishment) == begun);
    CHECK(volume(result, VolumeOf::month) == months);
    CHECK(begun >= 20);
}
