#include "scenarios/report/findings.hpp"

#include "scenarios/report/pairs.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

/// The last `items` values of the first scenario in a variable whose last two axes are year and item: its last year. For
/// quantiles, `quantile` is the position among those the file keeps. Empty if the file has no such variable.
std::vector<double> last_year(const Dataset& results, std::string_view name, std::size_t items,
                              std::size_t quantile = 0) {
    const Variable* variable = results.find(name);
    const std::vector<float>* all = variable == nullptr ? nullptr : std::get_if<std::vector<float>>(&variable->data);
    const std::size_t years = years_of(results).size();
    const std::size_t end = (quantile + 1) * years * items;
    if (all == nullptr || all->size() < end) {
        return {};
    }
    return {all->begin() + static_cast<std::ptrdiff_t>(end - items), all->begin() + static_cast<std::ptrdiff_t>(end)};
}

std::size_t quantile_at(const Dataset& results, double level) {
    const Variable* variable = results.find("quantile");
    const auto* levels = variable == nullptr ? nullptr : std::get_if<std::vector<double>>(&variable->data);
    const auto none = std::size_t{0};
    return levels == nullptr ? none
                             : static_cast<std::size_t>(std::find_if(levels->begin(), levels->end(),
                                                                     [&](double one) { return one > level - 1e-6; }) -
                                                        levels->begin());
}

void keep_worst(std::vector<WeakPoint>& points, std::size_t most) {
    std::stable_sort(points.begin(), points.end(),
                     [](const WeakPoint& a, const WeakPoint& b) { return a.lack > b.lack; });
    points.resize(std::min(points.size(), most));
}

}  // namespace

std::vector<Change> changes_of(const Dataset& results, const std::vector<Measure>& measures,
                               const std::vector<int>& years, double level) {
    std::vector<Change> changes;
    std::vector<double> p_values;
    for (const auto& [scenario, reference] : pairs_of(results)) {
        for (std::size_t m = 0; m < measures.size(); ++m) {
            for (const int year : years) {
                const std::vector<double> base = values_of(results, measures[m], reference, year);
                const std::vector<double> plan = values_of(results, measures[m], scenario, year);
                if (!base.empty()) {
                    changes.push_back({scenario, reference, m, year, compare::paired_difference(base, plan, level), 0});
                    p_values.push_back(changes.back().paired.p_value);
                }
            }
        }
    }
    const std::vector<double> adjusted = compare::holm_adjusted(p_values);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        changes[i].adjusted_p = adjusted[i];
    }
    return changes;
}

double shortage_variance_reduction(const Dataset& results, double level) {
    std::vector<double> factors;  // quantile leaves out those that are infinite
    for (const Change& change : changes_of(results, {shortage_measure()}, milestone_years(years_of(results)), level)) {
        factors.push_back(change.paired.variance_reduction);
    }
    return compare::quantile(factors, 0.5);
}

compare::Interval better_of(const Change& change, Better better) {
    const compare::Interval higher = change.paired.probability;
    return better == Better::lower ? compare::Interval{1 - higher.mean, 1 - higher.high, 1 - higher.low} : higher;
}

Course course_of(const Dataset& results, const Measure& measure, std::size_t scenario, const std::vector<int>& years) {
    Course course;
    for (const int year : years) {
        course.by_year.push_back(compare::summary(values_of(results, measure, scenario, year)));
    }
    return course;
}

std::vector<WeakPoint> weak_points(const Dataset& results, const Weakness& weakness, std::size_t most) {
    const std::vector<Text> labels = labels_of(results, weakness.dimension);
    const std::string quantiles = std::string(weakness.lack) + "_q";
    const std::vector<double> lack = last_year(results, weakness.lack, labels.size());
    const std::vector<double> low = last_year(results, quantiles, labels.size(), quantile_at(results, 0.1));
    const std::vector<double> high = last_year(results, quantiles, labels.size(), quantile_at(results, 0.9));
    const std::vector<double> beside = last_year(results, weakness.beside, labels.size());
    std::vector<WeakPoint> points;
    for (std::size_t i = 0; i < labels.size() && !lack.empty() && !low.empty() && !high.empty(); ++i) {
        const double relative = beside.empty() ? 0 : 100 * (weakness.is_share ? beside[i] : lack[i] / beside[i]);
        points.push_back({labels[i], lack[i], low[i], high[i], std::isfinite(relative) ? relative : 0});
    }
    keep_worst(points, most);
    return points;
}

}  // namespace releve::report
