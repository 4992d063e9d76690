#include "scenarios/tables/told.hpp"

#include "tests/scenarios/report/sample.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <limits>

namespace releve::tables {

TEST_CASE("numbers of 32 bits are written by their shortest decimal, which reads back as the same", "[tables]") {
    CHECK(as_written(0.1F) == 0.1);
    CHECK(as_written(17238.0F) == 17238.0);
    CHECK(as_written(16'777'216.0F * 3) == 50331648.0);
    CHECK(std::isnan(as_written(std::numeric_limits<float>::quiet_NaN())));
    std::uint32_t bits = 1;
    for (int i = 0; i < 20'000; ++i) {
        bits = bits * 1'664'525U + 1'013'904'223U;  // every pattern may come: subnormal, huge, negative
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value) && static_cast<float>(as_written(value)) != value) {
            FAIL("read back otherwise: " << value);
        }
    }
}

TEST_CASE("outputs are told from their shape and their kind, their statistics with them", "[tables]") {
    Dataset results = tests::sample_results();
    tests::add_variable(results, "odd", {"year", "zone"}, std::vector<float>(4));                  // no scenario
    tests::add_variable(results, "cost_sd", {"scenario", "year"}, std::vector<float>(8), "flow");  // of no other output
    const std::vector<Told> outputs = outputs_told(results);
    std::vector<std::string> names;
    for (const Told& told : outputs) {
        names.push_back(told.name);
    }
    CHECK(names == std::vector<std::string>{"unfilled_posts", "long_term_unemployed", "unfilled_inequality",
                                            "unfilled_posts_by_zone", "cost_sd"});
    CHECK(outputs[0].by_replicate);
    CHECK(outputs[0].period == "month");
    CHECK(outputs[3].axes == std::vector<std::string>{"zone"});
    CHECK(outputs[3].paired == results.find("unfilled_posts_by_zone_diff_sd"));
    CHECK(outputs[3].deviation == nullptr);
    CHECK(cells_of(results, outputs[3]) == 2);
}

}  // namespace releve::tables
