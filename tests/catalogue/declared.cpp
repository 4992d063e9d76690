#include "tests/langres_run.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

TEST_CASE("processes and actions propose only what they declare") {
    // a run refuses anything else: ModelError
    std::vector<ActionEntry> all;
    for (const Action* action : all_actions()) {
        ActionEntry entry;
        entry.type = std::string(action->name);
        all.push_back(entry);
    }
    CHECK_NOTHROW(run_replicate(langres_plan(12, {}, all), langres_start().state, 1, 0));
}

TEST_CASE("every output is finite, stays in its range and has the cells it announces") {
    constexpr int horizon = 14;
    const ReplicateResult result = run_replicate(langres_plan(horizon), langres_start().state, 1, 0);
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const Output& output = *all_outputs()[i];
        INFO(output.name);
        const std::size_t periods = output.period == Period::month ? horizon : 2;
        CHECK(result.values[i].size() == periods * cells_of(output, langres()));
        int wrong = 0;
        bool any = false;
        for (const float value : result.values[i]) {
            wrong += std::isfinite(value) && value >= 0 ? 0 : 1;
            any = any || value > 0;
        }
        CHECK(wrong == 0);
        // in the baseline no action does anything, and no competence falls to so few within a year
        constexpr std::array<std::string_view, 5> nothing_yet{"enrolled", "few_holders", "placements", "link_moves",
                                                              "insertion_exits"};
        CHECK((any || std::find(nothing_yet.begin(), nothing_yet.end(), output.name) != nothing_yet.end()));
    }
}

TEST_CASE("a plan without a table switches off the processes that need it, and runs") {
    Pack pack = langres();
    for (const char* table : {"mortality", "pension_law", "migration"}) {
        std::erase(pack.tables_present, table);
    }
    Problems problems;
    Scenario scenario;
    scenario.id = "test";
    const Plan plan = make_plan(pack, scenario, {}, 6, problems);
    REQUIRE(problems.none());
    CHECK(plan.switched_off ==
          std::vector<std::string_view>{"mortality", "retirement", "out_migration", "in_migration"});
    CHECK_NOTHROW(run_replicate(plan, langres_start().state, 1, 0, {.selfcheck = true}));
}
