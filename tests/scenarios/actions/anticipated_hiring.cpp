#include "engine/model/demography/retirement.hpp"
#include "tests/scenarios/actions/effects.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

std::vector<PostId> relieved_posts(const State& state) {
    std::vector<PostId> posts;
    for (std::uint32_t i = 0; i < state.posts.size(); ++i) {
        if (state.posts[PostId{i}].exists() && state.posts[PostId{i}].relieved != 0) {
            posts.push_back(PostId{i});
        }
    }
    return posts;
}

}  // namespace

TEST_CASE("whoever leaves has a successor beside before, and the post goes with its holder") {
    constexpr int horizon = 36;
    const Plan plan = langres_plan(horizon, {}, {everybody("anticipated_hiring")});
    std::size_t most = 0;
    int left_in_time = 0;
    int left = 0;
    std::set<PersonId> expected;  // those who leave next month, as it stands
    std::set<PersonId> before;
    follow(plan, [&](const State& state) {
        const std::vector<PostId> posts = relieved_posts(state);
        most = std::max(most, posts.size());
        for (const PersonId person : before) {
            const bool gone = state.persons[person].post.none();
            left += gone ? 1 : 0;
            left_in_time += gone && expected.count(person) > 0 ? 1 : 0;
        }
        expected.clear();
        before.clear();
        for (const PostId post : posts) {
            const PersonId holder = state.posts[post].holder;
            if (holder.none()) {  // moved to another post at the end of the month: cut in the next
                CHECK(state.undecided.contains(post));
                continue;
            }
            CHECK(state.posts[post].owner_post == 0);
            CHECK_FALSE(state.persons[holder].pensioned);  // nobody goes on in a post whose successor is here
            before.insert(holder);
            if (known_retirement(state, holder) == state.month) {
                expected.insert(holder);
            }
        }
    });
    // 17 employees retire a month; each departure is under way for up to six months
    CHECK(most > 50);
    CHECK(most < 200);
    CHECK(left > 300);
    CHECK(left_in_time > 0.9 * left);  // the others died, resigned or moved
}

TEST_CASE("hiring before a departure: more in post at the same time, and fewer posts without anybody") {
    const ActionEntry entry = everybody("anticipated_hiring");
    // some 17 overlaps of four months each begin a month
    for (const double effect : effects(entry, "employment", 30, 3)) {
        CHECK(effect / 30 > 20);
        CHECK(effect / 30 < 150);
    }
}

TEST_CASE("once the action is over the overlaps run out") {
    constexpr int horizon = 40;
    ActionEntry entry = everybody("anticipated_hiring");
    entry.end = langres().calendar.start + 11;
    const Plan plan = langres_plan(horizon, {}, {entry});
    std::size_t during = 0;
    std::size_t after = 0;
    follow(plan, [&](const State& state) {
        during = state.month == 12 ? relieved_posts(state).size() : during;
        after = relieved_posts(state).size();
    });
    CHECK(during > 50);
    CHECK(after <= during / 20);  // those whose retirement has moved since
}

TEST_CASE("what is known of departures does not depend on where the run stops") {
    const ActionEntry entry = everybody("anticipated_hiring");
    const ReplicateResult shorter = run_replicate(langres_plan(24, {}, {entry}), langres_start().state, 1, 0);
    const ReplicateResult longer = run_replicate(langres_plan(36, {}, {entry}), langres_start().state, 1, 0);
    for (const char* output : {"employment", "vacancies", "retirements", "hires"}) {
        const std::vector<float>& months = shorter.values[output_at(output)];
        INFO(output);
        CHECK(std::equal(months.begin(), months.end(), longer.values[output_at(output)].begin()));
    }
}

TEST_CASE("departures are counted when they begin, overlaps while two are in post; windfalls cost and change nothing") {
    CHECK(changed_by_windfalls("anticipated_hiring") == std::vector<std::string>{});
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {everybody("anticipated_hiring", {{"capacity", 30}})});
    double begun = 0;
    follow(plan, [&](const State& state) {
        for (const Event& event : state.events) {
            begun +=
                event.kind == EventKind::vacancy_opened && event.detail == static_cast<int>(VacancyReason::anticipation)
                    ? 1
                    : 0;
        }
        CHECK(relieved_posts(state).size() <= 30);
    });
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0);
    CHECK(volume(result, VolumeOf::start) == begun);
    CHECK(begun > 60);
    const double months = volume(result, VolumeOf::month);
    CHECK(months > begun);           // more than a month each
    CHECK(months < 30.0 * horizon);  // and a search first
}

TEST_CASE("small establishments are left out if the plan says so, and those whom another action keeps") {
    constexpr int horizon = 18;
    const Plan plan = langres_plan(horizon, {}, {everybody("anticipated_hiring", {{"smallest", 50}})});
    std::size_t seen = 0;
    follow(plan, [&](const State& state) {
        for (const PostId post : relieved_posts(state)) {
            ++seen;
            CHECK(state.establishments.posts[state.cells.establishment[state.posts[post].cell]] > 40);
        }
    });
    CHECK(seen > 0);
    const Plan both =
        langres_plan(horizon, {}, {everybody("senior_retention", {{"duration", 36}}), everybody("anticipated_hiring")});
    follow(both, [&](const State& state) {
        for (const PostId post : relieved_posts(state)) {
            if (const PersonId holder = state.posts[post].holder; !holder.none()) {
                CHECK(state.programme_of(holder).retirement_share == 1);
            }
        }
    });
}
