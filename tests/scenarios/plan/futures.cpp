#include "scenarios/plan/futures.hpp"

#include <catch2/catch.hpp>

using namespace releve;

namespace {

std::vector<std::string> texts(const Dataset& dataset, std::string_view name) {
    return std::get<std::vector<std::string>>(dataset.at(name).data);
}

}  // namespace

TEST_CASE("a result file tells plan and future of each scenario", "[future]") {
    Scenario alone;
    alone.id = "baseline";
    alone.name = {"nothing", "rien"};
    Scenario crossed = alone;
    crossed.id = "baseline@low";
    crossed.plan = {alone.id, alone.name};
    crossed.future = {"low", {"low future", "futur bas"}};
    Dataset dataset;
    dataset.dimensions.push_back({"scenario", 2});
    add_futures(dataset, {alone, crossed});
    dataset.check();
    CHECK(texts(dataset, "scenario_plan") == std::vector<std::string>{"baseline", "baseline"});
    CHECK(texts(dataset, "scenario_future") == std::vector<std::string>{"", "low"});
    CHECK(texts(dataset, "scenario_plan_label_en") == std::vector<std::string>{"nothing", "nothing"});
    CHECK(texts(dataset, "scenario_future_label_fr") == std::vector<std::string>{"", "futur bas"});
}
