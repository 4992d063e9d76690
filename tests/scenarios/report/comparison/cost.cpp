#include "scenarios/report/comparison/cost.hpp"

#include <catch2/catch.hpp>

using namespace releve;

TEST_CASE("costs of a scenario are read by item and year") {
    Dataset results;
    results.dimensions = {{"scenario", 2}, {"year", 2}, {"funder", 3}};
    results.variables.push_back({"year", {"year"}, std::vector<std::int32_t>{2013, 2014}, {}});
    results.variables.push_back({"funder", {"funder"}, std::vector<std::string>{"a", "b", "c"}, {}});
    results.variables.push_back({"cost_by_funder",
                                 {"scenario", "year", "funder"},
                                 std::vector<double>{0, 0, 0, 0, 0, 0, 10, 20, 0, 5, 0, 0},
                                 {}});
    const report::CostTable costs = report::costs_by(results, "funder", 1);
    REQUIRE(costs.by_year.size() == 3);
    CHECK(costs.by_year[0] == std::vector<double>{10, 5});
    CHECK(costs.by_year[1] == std::vector<double>{20, 0});
    CHECK(costs.total(0) == 15);
    CHECK(costs.total(2) == 0);
    CHECK(report::costs_by(results, "action", 1).by_year.empty());  // a file that does not tell it
}
