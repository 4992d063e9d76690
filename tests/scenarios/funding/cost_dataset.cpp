#include "scenarios/funding/cost_dataset.hpp"

#include "tests/scenarios/funding/small_funding.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

/// A baseline, and a scenario of two tutorings and a platform, in two replicates of two years; made, not run.
struct Made {
    Pack pack = small_funding();
    std::vector<Plan> plans;
    std::vector<Scenario> scenarios;
    EnsembleResult result{KeptRuns(2)};
    Dataset dataset;

    Made() {
        scenarios.resize(2);
        scenarios[1].actions = {entry_of("tutoring", Month::of(2013, 1), Month::of(2013, 12)),
                                entry_of("insertion_platform", Month::of(2013, 1), Month::of(2014, 12)),
                                entry_of("tutoring", Month::of(2014, 1), Month::of(2014, 12))};
        Problems problems;
        for (const Scenario& scenario : scenarios) {
            plans.push_back({.setting = {.pack = pack, .calendar = pack.calendar, .horizon = 24}});
            plans.back().interventions = bind_actions(scenario, pack, 24, problems);
        }
        REQUIRE(problems.none());
        const std::vector<Volume> volumes{{2, 10, 0, 12}, {0, 0, 3, 12}, {0, 0, 0, 0},     // 2013
                                          {0, 0, 0, 0},   {0, 0, 1, 12}, {4, 20, 0, 12}};  // 2014
        std::vector<Volume> more = volumes;
        more[0] = {4, 30, 0, 12};
        for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
            result.kept.add(0, replicate, {});
            result.kept.add(1, replicate, {.values = {}, .volumes = replicate == 0 ? volumes : more});
        }
        result.replicates = 2;
        dataset.dimensions = {{"scenario", 2}, {"replicate", 2}, {"year", 2}};
    }
    std::vector<double> values(const char* name) const { return std::get<std::vector<double>>(dataset.at(name).data); }
};

}  // namespace

TEST_CASE("what actions did and cost goes into the result file", "[funding]") {
    Made made;
    add_costs(made.dataset, made.result, made.plans, made.scenarios, made.pack);
    made.dataset.check();
    using Codes = std::vector<std::string>;
    CHECK(std::get<Codes>(made.dataset.at("action").data) == Codes{"tutoring", "insertion_platform", "tutoring.2"});
    CHECK(std::get<Codes>(made.dataset.at("action_label_fr").data)[2] == "tutorat (2)");
    // tutoring 2013: 10 * 400 + 2 * 0.5 * 300 = 4300, then 12600; platform 12300 and 12100; tutoring.2: 8600
    CHECK(made.dataset.at("cost").dimensions == Codes{"scenario", "replicate", "year"});
    const std::vector<double> cost = made.values("cost");
    const std::vector<double> expected{0, 0, 0, 0, 16600, 20700, 24900, 20700};
    REQUIRE(cost.size() == expected.size());
    for (std::size_t i = 0; i < cost.size(); ++i) {
        CHECK(cost[i] == Approx(expected[i]));
    }
    const std::vector<double> by_action = made.values("cost_by_action");  // scenario, year, action
    CHECK(by_action[6] == Approx((4300 + 12600) / 2.0));
    CHECK(by_action[7] == Approx(12300));
    CHECK(by_action[8] == 0);
    CHECK(by_action[11] == Approx(8600));
    const std::vector<double> by_funder = made.values("cost_by_funder");  // scenario, year, funder
    // 2013, eligible: tutoring 300 and 600, platform 12300: 25 % for nine months, 50 % for six
    const double eligible = 450 + 12300;
    CHECK(by_funder[8 + state] == Approx(eligible * 0.25 * 9 / 12));
    CHECK(by_funder[8 + europe] == Approx(eligible * 0.5 * 6 / 12));
    CHECK(by_funder[8 + firms] == Approx(8000));
    CHECK(by_funder[8 + own] == Approx(eligible * (1 - 0.1875 - 0.25)));
    CHECK(by_funder[12 + own] == Approx(0).margin(1e-6));      // 2014: half and half
    const std::vector<double> volume = made.values("volume");  // scenario, year, action, volume_of
    CHECK(volume[24 + 0] == 3);
    CHECK(volume[24 + 1] == 20);
    CHECK(volume[24 + 4 + 2] == 3);
    for (const char* name : {"cost", "cost_by_action", "cost_by_funder", "volume"}) {
        for (const char* attribute : {"units", "long_name", "long_name_fr", "kind", "formula", "source"}) {
            INFO(name << " " << attribute);
            CHECK_FALSE(text_of(made.dataset.at(name).attributes, attribute).empty());
        }
    }
}

TEST_CASE("results without actions, costs or funders say no more than they know", "[funding]") {
    Made made;
    made.pack.funders.clear();
    made.pack.conventions.clear();
    for (ActionCost& cost : made.pack.action_costs) {
        cost.borne_by = no_index;
    }
    add_costs(made.dataset, made.result, made.plans, made.scenarios, made.pack);
    CHECK(made.dataset.find("cost") != nullptr);
    CHECK(made.dataset.find("cost_by_funder") == nullptr);
    Made unpriced;
    unpriced.pack.action_costs.clear();
    add_costs(unpriced.dataset, unpriced.result, unpriced.plans, unpriced.scenarios, unpriced.pack);
    CHECK(unpriced.dataset.find("volume") != nullptr);
    CHECK(unpriced.dataset.find("cost") == nullptr);
    Made idle;
    idle.plans.pop_back();
    idle.scenarios.pop_back();
    add_costs(idle.dataset, idle.result, idle.plans, idle.scenarios, idle.pack);
    CHECK(idle.dataset.variables.empty());
}
