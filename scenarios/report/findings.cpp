#include "scenarios/report/findings.hpp"

#include <algorithm>

namespace releve::report {

namespace {

/// (scenario, year, item) means of the first scenario, by year then item; empty if the file has no such variable.
std::vector<double> first_scenario(const Dataset& results, std::string_view name, std::size_t items) {
    const Variable* variable = results.find(name);
    const std::vector<float>* all = variable == nullptr ? nullptr : std::get_if<std::vector<float>>(&variable->data);
    const std::size_t size = years_of(results).size() * items;
    if (all == nullptr || all->size() < size) {
        return {};
    }
    return {all->begin(), all->begin() + static_cast<std::ptrdiff_t>(size)};
}

double mean_over_years(const std::vector<double>& values, std::size_t item, std::size_t items) {
    double sum = 0;
    for (std::size_t i = item; i < values.size(); i += items) {
        sum += values[i];
    }
    return values.empty() ? 0 : sum * static_cast<double>(items) / static_cast<double>(values.size());
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
    const std::size_t scenarios = results.find_dimension("scenario")->size;
    for (std::size_t scenario = 1; scenario < scenarios; ++scenario) {
        for (std::size_t m = 0; m < measures.size(); ++m) {
            for (const int year : years) {
                const std::vector<double> base = values_of(results, measures[m], 0, year);
                const std::vector<double> plan = values_of(results, measures[m], scenario, year);
                if (!base.empty()) {
                    changes.push_back({scenario, m, year, compare::paired_difference(base, plan, level), 0});
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

std::vector<WeakPoint> occupations_short(const Dataset& results, std::size_t most) {
    std::vector<WeakPoint> points;
    const std::vector<Text> labels = labels_of(results, "occupation");
    const std::vector<double> gap = first_scenario(results, "hiring_gap", labels.size());
    const std::vector<double> people = first_scenario(results, "employment_by_occupation", labels.size());
    for (std::size_t i = 0; i < labels.size() && !gap.empty(); ++i) {
        const double lack = mean_over_years(gap, i, labels.size());
        const double in_post = mean_over_years(people, i, labels.size());
        points.push_back({i, labels[i], lack, in_post > 0 ? 100 * lack / in_post : 0});
    }
    keep_worst(points, most);
    return points;
}

std::vector<WeakPoint> competences_short(const Dataset& results, std::size_t most) {
    std::vector<WeakPoint> points;
    const std::vector<Text> labels = labels_of(results, "competence");
    const std::vector<double> shortage = first_scenario(results, "competence_shortage", labels.size());
    const std::vector<double> coverage = first_scenario(results, "competence_coverage_by_competence", labels.size());
    const std::size_t last = shortage.size() - std::min(shortage.size(), labels.size());
    for (std::size_t i = 0; i < labels.size() && !shortage.empty(); ++i) {
        points.push_back({i, labels[i], shortage[last + i], coverage.empty() ? 0 : 100 * coverage[last + i]});
    }
    keep_worst(points, most);
    return points;
}

}  // namespace releve::report
