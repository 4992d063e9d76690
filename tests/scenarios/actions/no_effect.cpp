#include "tests/langres_run.hpp"
#include "tests/scenarios/actions/effects.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

/// Settings of which a value of 0 means that nobody can take the action up.
const std::set<std::string_view> openings{"places", "pairs", "take_up", "capacity", "groups", "visits"};

ActionEntry entry_of(const Action& action, std::string_view closed) {
    ActionEntry entry;
    entry.type = std::string(action.name);
    if (!closed.empty()) {
        entry.settings.push_back({std::string(closed), 0.0, false, "test"});
    }
    return entry;
}

}  // namespace

TEST_CASE("an action that nobody can take up changes not one bit") {
    constexpr int horizon = 20;
    const State& first = langres_start().state;
    const ReplicateResult baseline = run_replicate(langres_plan(horizon), first, 1, 0);
    for (const Action* action : all_actions()) {
        int closed = 0;
        for (const Parameter& parameter : action->parameters) {
            if (openings.count(parameter.name) == 0 || parameter.least > 0) {
                continue;
            }
            INFO(action->name << " with " << parameter.name << " = 0");
            ++closed;
            const Plan plan = langres_plan(horizon, {}, {entry_of(*action, parameter.name)});
            CHECK(differences(baseline, run_replicate(plan, first, 1, 0)).empty());
        }
        INFO(action->name);
        CHECK(closed > 0);  // every action can be closed by one of its settings
    }
}

TEST_CASE("an action with its ordinary settings does something, and nothing before its start") {
    constexpr int horizon = 48;  // few owners leave in a year
    const State& first = langres_start().state;
    const ReplicateResult baseline = run_replicate(langres_plan(horizon), first, 1, 0);
    for (const Action* action : all_actions()) {
        INFO(action->name);
        ActionEntry entry = entry_of(*action, "");
        entry.start = langres().calendar.start + 12;
        const ReplicateResult result = run_replicate(langres_plan(horizon, {}, {entry}), first, 1, 0);
        CHECK_FALSE(differences(baseline, result).empty());
        int early = 0;
        for (std::size_t i = 0; i < all_outputs().size(); ++i) {
            const auto months = static_cast<std::ptrdiff_t>(baseline.values[i].size() / 4);  // the first of four years
            early +=
                std::equal(baseline.values[i].begin(), baseline.values[i].begin() + months, result.values[i].begin())
                    ? 0
                    : 1;
        }
        CHECK(early == 0);
    }
}

TEST_CASE("an action that would have come about anyway is counted, and changes nothing") {
    for (const Action* action : all_actions()) {
        INFO(action->name);
        CHECK(changed_by_windfalls(action->name) == std::vector<std::string>{});
    }
}

TEST_CASE("what an action does has no bearing on the luck of another: not even its place in the scenario") {
    constexpr int horizon = 18;
    const State& first = langres_start().state;
    for (const Action* action : all_actions()) {
        INFO(action->name);
        const bool is_tutoring = action->name == "tutoring";
        const ActionEntry closed = is_tutoring ? entry_of(*find_action("mobility_support"), "capacity")
                                               : entry_of(*find_action("tutoring"), "pairs");
        const ActionEntry open = entry_of(*action, "");
        const ReplicateResult alone = run_replicate(langres_plan(horizon, {}, {open}), first, 1, 0);
        const ReplicateResult behind = run_replicate(langres_plan(horizon, {}, {closed, open}), first, 1, 0);
        CHECK(differences(alone, behind).empty());
    }
}

TEST_CASE("two actions of one kind do not share their luck") {
    ActionEntry half = entry_of(*find_action("working_conditions"), "");
    half.settings.push_back({"capacity", 20.0, false, "test"});
    half.settings.push_back({"take_up", 0.2, false, "test"});
    half.settings.push_back({"ramp", 0.0, true, "test"});
    std::set<std::uint32_t> of_first;
    std::set<std::uint32_t> of_second;
    follow(langres_plan(1, {}, {half, half}), [&](const State& state) {
        for (const Support& support : state.supports) {
            (support.action == 1 ? of_first : of_second).insert(support.establishment.value);
        }
    });
    CHECK(of_first.size() == 20);
    CHECK(of_second.size() == 20);
    CHECK(of_first != of_second);
}

TEST_CASE("an action that is over lets go of everybody and of every establishment") {
    constexpr int last = 5;      // month in which it may still begin something
    constexpr int longest = 12;  // what it began is over by then
    for (const Action* action : all_actions()) {
        INFO(action->name);
        ActionEntry entry = entry_of(*action, "");
        entry.end = langres().calendar.start + last;
        for (const Parameter& parameter : action->parameters) {
            if (parameter.name == action->stay) {
                const double months = std::max(parameter.least, 6.0);
                REQUIRE(months <= longest);
                entry.settings.push_back({std::string(parameter.name), months, true, "test"});
            }
            if (parameter.name == "ramp") {
                entry.settings.push_back({std::string(parameter.name), 0.0, true, "test"});
            }
        }
        std::size_t most = 0;
        std::size_t left = 0;
        bool relieved = false;
        follow(langres_plan(last + longest + 2, {}, {entry}), [&](const State& state) {
            left = state.programmes.size() + state.supports.size();
            most = std::max(most, left);
            relieved = relieved || std::any_of(state.cells.overlap.values().begin(), state.cells.overlap.values().end(),
                                               [](std::uint16_t posts) { return posts > 0; });
        });
        // executives are helped to come, and nothing goes on after
        CHECK((most > 0 || relieved || action->stay.empty()));
        CHECK(left == 0);
    }
}

TEST_CASE("a scenario of more actions than posts can tell apart is refused, with the line of the first too many") {
    Scenario scenario;
    scenario.id = "test";
    for (unsigned i = 0; i <= Post::most_actions; ++i) {
        scenario.actions.push_back(entry_of(*find_action("tutoring"), ""));
        scenario.actions.back().where = "plan.toml:" + std::to_string(i + 1);
    }
    Problems problems;
    bind_actions(scenario, langres(), 12, problems);
    CHECK_THROWS_WITH(problems.raise(), Catch::Contains("plan.toml:64: 64 actions"));
    scenario.actions.pop_back();
    Problems none;
    bind_actions(scenario, langres(), 12, none);
    CHECK(none.none());
}
