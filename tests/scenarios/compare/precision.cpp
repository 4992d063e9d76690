#include "scenarios/compare/precision.hpp"

#include "engine/run/result_dataset.hpp"
#include "scenarios/compare/paired.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

/// Scenarios of which only the unfilled posts are told, one month, by replicate.
EnsembleResult result_of(const std::vector<std::vector<float>>& scenarios) {
    EnsembleResult result(KeptRuns(scenarios.size()));
    for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
        for (std::uint32_t replicate = 0; replicate < scenarios[scenario].size(); ++replicate) {
            ReplicateResult run;
            run.values.resize(all_outputs().size());
            run.values[output_at("unfilled_posts")] = {scenarios[scenario][replicate], 1};
            result.kept.add(scenario, replicate, run);
        }
    }
    result.replicates = result.kept.complete();
    return result;
}

}  // namespace

TEST_CASE("batches double up to the most allowed") {
    CHECK(compare::batches(1000) == std::vector<std::uint32_t>{20, 40, 80, 160, 320, 640, 1000});
    CHECK(compare::batches(40) == std::vector<std::uint32_t>{20, 40});
    CHECK(compare::batches(7) == std::vector<std::uint32_t>{7});
}

TEST_CASE("the widest interval is that of the plan known least, in post-months or as a share") {
    const EnsembleResult result = result_of({{99, 109, 89}, {99, 110, 88}, {99, 109, 89}});
    const std::vector<std::size_t> references{0, 0, 0};
    // differences 0, 1, -1: standard error 1 / sqrt(3); Student quantile 0.975 of 2 degrees of freedom
    const double half = 4.302652729749464 / std::sqrt(3.0);
    CHECK(compare::widest_interval(result, references, {.half_width = 1}) == Approx(half).epsilon(1e-12));
    CHECK(compare::widest_interval(result, references, {.half_width = 1, .relative = true}) ==
          Approx(half / 100).epsilon(1e-12));
    // alone, a scenario is known as well as its own mean: totals 100, 110, 90
    const EnsembleResult alone = result_of({{99, 109, 89}});
    CHECK(compare::widest_interval(alone, {0}, {.half_width = 1}) == Approx(10 * half).epsilon(1e-12));
    const EnsembleResult single = result_of({{5}, {6}});
    CHECK(std::isnan(compare::widest_interval(single, {0, 0}, {.half_width = 1})));
}

TEST_CASE("replicates stop being added once the interval is narrow enough, and are those of a plain run") {
    const std::vector<Plan> plans{langres_plan(7), langres_plan(7, {{"matching.applications", 2}})};
    const EnsembleOptions options{.seed = 1, .replicates = 40, .threads = 2};
    EnsembleResult few;
    const auto wide = compare::continue_until_precise(few, plans, {0, 0}, options, {.half_width = 1e6});
    CHECK(wide.reached);
    CHECK(wide.replicates == 20);
    EnsembleResult grown;
    const auto narrow = compare::continue_until_precise(grown, plans, {0, 0}, options, {.half_width = 1e-6});
    CHECK_FALSE(narrow.reached);
    CHECK(narrow.replicates == 40);
    CHECK(narrow.widest <= wide.widest);
    // more replicates than it takes are kept already: the answer is that of the first of them
    const auto again = compare::continue_until_precise(grown, plans, {0, 0}, options, {.half_width = 1e6});
    CHECK(again.replicates == 20);
    CHECK(again.widest == wide.widest);
    CHECK(grown.replicates == 20);
    continue_ensemble(grown, plans, options);
    const EnsembleResult plain = run_ensemble(plans, options);
    REQUIRE(grown.replicates == 40);
    std::vector<Scenario> scenarios(2);
    scenarios[0].id = "one";
    scenarios[1].id = "other";
    const RunDescription described{.seed = 1, .replicates = 40};
    CHECK(make_dataset(grown, plans, scenarios, langres(), described) ==
          make_dataset(plain, plans, scenarios, langres(), described));
}
