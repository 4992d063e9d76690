#include "tests/langres_run.hpp"

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
