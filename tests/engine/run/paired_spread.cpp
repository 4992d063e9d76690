#include "engine/run/result_dataset.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

Scenario named(const std::string& id, const std::string& plan = "", const std::string& future = "") {
    Scenario scenario;
    scenario.id = id;
    if (!future.empty()) {
        scenario.plan = {plan, {plan, plan}};
        scenario.future = {future, {future, future}};
    }
    return scenario;
}

const std::vector<float>& floats(const Dataset& results, const std::string& name) {
    return std::get<std::vector<float>>(results.at(name).data);
}

}  // namespace

TEST_CASE("a scenario's reference is the first of its future") {
    CHECK(references_of({named("a"), named("b"), named("c")}) == std::vector<std::size_t>{0, 0, 0});
    CHECK(references_of({named("a@x", "a", "x"), named("a@y", "a", "y"), named("b@x", "b", "x"),
                         named("b@y", "b", "y")}) == std::vector<std::size_t>{0, 1, 0, 1});
}

TEST_CASE("breakdowns keep the spread of paired differences, that of the replicates themselves") {
    const std::vector<Plan> plans{langres_plan(13), langres_plan(13, {{"matching.applications", 2}})};
    const EnsembleResult result = run_ensemble(plans, {.seed = 1, .replicates = 3, .threads = 2});
    const Dataset made =
        make_dataset(result, plans, {named("a@x", "a", "x"), named("b@x", "b", "x")}, langres(), {.replicates = 3});
    const std::size_t output = output_at("unemployed_by_sex");
    const std::vector<float>& kept = floats(made, "unemployed_by_sex_diff_sd");
    REQUIRE(kept.size() == 2 * 2 * 2);
    for (std::size_t cell = 0; cell < 4; ++cell) {
        std::array<double, 3> d{};
        double mean = 0;
        for (std::uint32_t i = 0; i < 3; ++i) {
            d[i] = double{result.run(1, i).values[output][cell]} - double{result.run(0, i).values[output][cell]};
            mean += d[i] / 3;
        }
        const double squares = std::pow(d[0] - mean, 2) + std::pow(d[1] - mean, 2) + std::pow(d[2] - mean, 2);
        CHECK(kept[cell] == 0);                                                 // the reference against itself
        CHECK(kept[4 + cell] == Approx(std::sqrt(squares / 2)).epsilon(1e-6));  // kept as float
    }
    CHECK(made.find("unemployed_diff_sd") == nullptr);
}

TEST_CASE("breakdowns by sex and by age and sex tell the same people") {
    const ReplicateResult run = run_replicate(langres_plan(12), langres_start().state, 1, 0);
    const auto of = [&](std::string_view name) { return run.values[output_at(name)]; };
    for (const std::string what : {"unemployed", "working_residents"}) {
        const std::vector<float> by_age = of(what + "_by_age");
        const std::vector<float> by_sex = of(what + "_by_sex");
        std::array<float, 2> sum{};
        for (std::size_t i = 0; i < by_age.size(); ++i) {
            sum[i % 2] += by_age[i];
        }
        CHECK(by_sex == std::vector<float>{sum[0], sum[1]});
    }
    CHECK(of("unemployed_by_sex")[0] + of("unemployed_by_sex")[1] == of("unemployed").back());
}

TEST_CASE("hires, separations and promotions make the change of people in post") {
    const ReplicateResult run = run_replicate(langres_plan(24), langres_start().state, 1, 0);
    const auto sum_of_second_year = [&](std::string_view name) {
        const std::vector<float>& all = run.values[output_at(name)];
        double sum = 0;
        for (std::size_t i = all.size() / 2; i < all.size(); ++i) {
            sum += double{all[i]};
        }
        return sum;
    };
    const std::vector<float>& employment = run.values[output_at("employment")];
    CHECK(employment[23] - employment[11] == sum_of_second_year("hires_by_occupation_and_origin") -
                                                 sum_of_second_year("separations_by_occupation_and_kind"));
    CHECK(sum_of_second_year("hires_from_outside") <= sum_of_second_year("hires"));
    CHECK(sum_of_second_year("leavers_to_outside_by_occupation") <=
          sum_of_second_year("separations_by_occupation_and_kind"));
}
