#include "engine/state/commit.hpp"
#include "tests/langres_run.hpp"

#include <atomic>
#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

TEST_CASE("the three Langres scenarios keep every invariant of the state for two years") {
    for (const char* file : {"baseline.toml", "tutoring.toml", "insertion_platform.toml"}) {
        INFO(file);
        const Plan plan = langres_plan_of(file, 24);
        CHECK(plan.switched_off.empty());
        CHECK_NOTHROW(run_replicate(plan, langres_start().state, 1, 0, {.selfcheck = true}));
    }
}

TEST_CASE("all actions together keep every invariant of the state for three years") {
    std::vector<ActionEntry> all;
    for (const Action* action : all_actions()) {
        all.emplace_back().type = std::string(action->name);
    }
    CHECK_NOTHROW(run_replicate(langres_plan(36, {}, all), langres_start().state, 1, 0, {.selfcheck = true}));
}

TEST_CASE("yearly flows are the sums of the monthly ones, and breakdowns add up to their totals") {
    const ReplicateResult result = run_replicate(langres_plan(24), langres_start().state, 1, 0);
    const auto sum = [&](std::string_view name, std::size_t from, std::size_t to) {
        double total = 0;
        for (std::size_t i = from; i < to; ++i) {
            total += double{result.values[output_at(name)][i]};
        }
        return total;
    };
    const auto year_of = [&](std::string_view name, std::size_t year) {
        const std::size_t cells = result.values[output_at(name)].size() / 2;
        return sum(name, year * cells, (year + 1) * cells);
    };
    for (const std::size_t year : {0U, 1U}) {
        const auto months = [&](std::string_view name) { return sum(name, 12 * year, 12 * year + 12); };
        const auto december = [&](std::string_view name) { return sum(name, 12 * year + 11, 12 * year + 12); };
        for (const char* breakdown : {"hires_by_origin", "hires_by_contract", "hires_by_occupation"}) {
            CHECK(year_of(breakdown, year) == months("hires"));
        }
        for (const char* breakdown : {"separations_by_kind", "separations_by_contract"}) {
            CHECK(year_of(breakdown, year) == months("separations"));
        }
        for (const char* breakdown : {"retirements_by_occupation", "retirements_by_zone"}) {
            CHECK(year_of(breakdown, year) == months("retirements"));
        }
        for (const char* breakdown : {"employment_by_contract", "employment_by_occupation", "employment_by_sector",
                                      "employment_by_zone", "age_pyramid"}) {
            INFO(breakdown);
            CHECK(year_of(breakdown, year) == december("employment"));
        }
        for (const char* breakdown : {"unfilled_posts_by_occupation", "unfilled_posts_by_zone",
                                      "unfilled_posts_by_sector", "unfilled_posts_by_size"}) {
            INFO(breakdown);
            CHECK(year_of(breakdown, year) == december("unfilled_posts"));
        }
    }
}

TEST_CASE("an ensemble stops when asked, and tells how far it is") {
    const std::vector<Plan> plans{langres_plan(1)};
    std::atomic<std::size_t> seen = 0;
    EnsembleOptions options{.seed = 1, .replicates = 3, .threads = 2};
    options.progress = [&](std::size_t, std::size_t all) { seen += all; };
    run_ensemble(plans, options);
    CHECK(seen == 9);
    options.interrupted = [] { return true; };
    CHECK_THROWS_AS(run_ensemble(plans, options), Interrupted);
}

TEST_CASE("unknown parameters, values out of range and unknown laws are all told, with a suggestion") {
    Scenario scenario;
    scenario.id = "wrong";
    scenario.file = "wrong.toml";
    scenario.retirement_law = "1945";
    scenario.parameters = {{"matching.aplications", 3, "wrong.toml:2"},
                           {"matching.applications", -3, "wrong.toml:3"},
                           {"matching.agency_months", 3, "wrong.toml:4"}};
    ActionEntry entry;
    entry.type = "tutorin";
    entry.where = "wrong.toml:4";
    ActionEntry other;
    other.type = "tutoring";
    other.settings = {{"pears", 3.0, false, "wrong.toml:8"},
                      {"duration", 3.0, false, "wrong.toml:9"},
                      {"take_up", 2.0, false, "wrong.toml:10"},
                      {"pairs", 12.5, false, "wrong.toml:11"}};
    scenario.actions = {entry, other};
    Problems problems;
    make_plan(langres(), scenario, bind_actions(scenario, langres(), 12, problems), 12, problems);
    std::string told;
    for (const Problem& problem : problems.kept()) {
        told += problem.where + ": " + problem.what.en + "\n";
        CHECK_FALSE(problem.what.fr.empty());
    }
    CHECK(problems.count() == 9);
    for (const char* part :
         {"did you mean 'matching.applications'?", "matching.applications = -3 is out of range", "unknown law '1945'",
          "always the same as contract_end.agency_months", "did you mean 'tutoring'?", "did you mean 'pairs'?",
          "a duration needs its unit", "2 is out of range", "12.5 is not a whole number"}) {
        CHECK_THAT(told, Catch::Contains(part));
    }
}
