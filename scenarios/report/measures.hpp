#pragma once
#include "engine/base/text.hpp"
#include "engine/results/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Indicators of a result file, one number by replicate. Everything here is read from the file alone.
namespace releve::report {

/// How an output becomes the figure of one year.
enum class Over : std::uint8_t {
    at_end,      ///< its value in the last month of the year
    in_year,     ///< its sum over the year
    since_start  ///< its sum from the start of the run to the end of the year
};
enum class Better : std::uint8_t { lower, higher, neither };

struct Measure {
    std::string variable;  ///< (scenario, replicate, month or year)
    Over over = Over::at_end;
    Better better = Better::neither;
    Text label;
    double scale = 1;  ///< 100 for rates, shown in per cent
    int decimals = 0;
};

std::string_view code_of(Over over);

/// The value of each replicate in one year; empty if the file lacks the variable or the year.
std::vector<double> values_of(const Dataset& results, const Measure& measure, std::size_t scenario, int year);

/// Every indicator that keeps its replicates, with its label and unit as the file tells them: flows since the start where
/// they sum over time, the others in the year or at its end.
std::vector<Measure> all_measures(const Dataset& results);

/// What people in charge look at first: course of the baseline, then what plans change.
std::vector<Measure> baseline_measures();
std::vector<Measure> plan_measures();
/// The same with what else a comparison shows: equity between communes, where those hired come from, and the cost if the
/// file tells it. Since the start of the run or at the end of `last`.
std::vector<Measure> comparison_measures(const Dataset& results, int last);
/// Post-months unfilled since the start: what actions are for.
Measure shortage_measure();
/// Money spent since the start; nothing in files without costs.
std::optional<Measure> cost_measure(const Dataset& results);
/// Mean over the years from the start to `last` of Gini's mean difference between communes, in points.
Measure equity_measure(const Dataset& results, int last);

std::vector<int> years_of(const Dataset& results);
/// Codes and names of a text dimension.
std::vector<std::string> codes_of(const Dataset& results, std::string_view dimension);
std::vector<Text> labels_of(const Dataset& results, std::string_view dimension);
/// 2016, 2020, 2025, 2030 where the run covers them, and its last year.
std::vector<int> milestone_years(const std::vector<int>& years);

}  // namespace releve::report
