#pragma once
#include "engine/results/dataset.hpp"

#include <string>
#include <vector>

/// A result file written by hand: plans "base" and "plan" in futures "low" and "high", two replicates, years 2013 and 2014.
namespace releve::tests {

inline void add_variable(Dataset& results, const std::string& name, std::vector<std::string> dimensions,
                         Variable::Data data, const std::string& kind = "stock") {
    results.variables.push_back({name,
                                 std::move(dimensions),
                                 std::move(data),
                                 {{"kind", kind}, {"units", "posts"}, {"long_name", name}, {"long_name_fr", name}}});
}

inline void add_axis(Dataset& results, const std::string& name, const std::vector<std::string>& codes) {
    results.dimensions.push_back({name, codes.size()});
    add_variable(results, name, {name}, codes);
    add_variable(results, name + "_label_en", {name}, codes);
    add_variable(results, name + "_label_fr", {name}, codes);
}

/// `per_future[0]` is the baseline's values by replicate and year, [1] the plan's; both futures alike but for 100 more.
inline std::vector<float> in_both_futures(const std::vector<std::vector<float>>& per_plan) {
    std::vector<float> all;
    for (const float more : {0.0F, 100.0F}) {
        for (const std::vector<float>& values : per_plan) {
            for (const float value : values) {
                all.push_back(value + more);
            }
        }
    }
    return all;
}

inline Dataset sample_results() {
    Dataset results;
    add_axis(results, "scenario", {"base@low", "plan@low", "base@high", "plan@high"});
    add_variable(results, "scenario_plan", {"scenario"}, std::vector<std::string>{"base", "plan", "base", "plan"});
    add_variable(results, "scenario_future", {"scenario"}, std::vector<std::string>{"low", "low", "high", "high"});
    results.dimensions.push_back({"replicate", 2});
    results.dimensions.push_back({"year", 2});
    results.dimensions.push_back({"month", 2});
    add_variable(results, "year", {"year"}, std::vector<std::int32_t>{2013, 2014});
    add_variable(results, "month", {"month"}, std::vector<std::string>{"2013-12", "2014-12"});
    add_axis(results, "zone", {"Z1", "Z2"});
    // by replicate and month
    add_variable(results, "unfilled_posts", {"scenario", "replicate", "month"},
                 in_both_futures({{10, 20, 12, 22}, {8, 14, 12, 16}}));
    add_variable(results, "long_term_unemployed", {"scenario", "replicate", "month"},
                 in_both_futures({{50, 50, 60, 60}, {45, 40, 55, 50}}));
    add_variable(results, "unfilled_inequality", {"scenario", "replicate", "year"},
                 in_both_futures({{0.25F, 0.5F, 0.25F, 0.5F}, {0.25F, 0.25F, 0.25F, 0.25F}}), "rate");
    // by year and commune: means, then the spread of paired differences
    add_variable(results, "unfilled_posts_by_zone", {"scenario", "year", "zone"},
                 in_both_futures({{5, 6, 10, 11}, {5, 6, 8, 12}}));
    add_variable(results, "unfilled_posts_by_zone_diff_sd", {"scenario", "year", "zone"},
                 std::vector<float>{0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2});
    return results;
}

}  // namespace releve::tests
