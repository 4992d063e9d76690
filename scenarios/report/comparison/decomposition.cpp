#include "scenarios/report/comparison/decomposition.hpp"

#include "engine/base/vocabulary.hpp"
#include "engine/state/events.hpp"

#include <algorithm>

namespace releve::report {

namespace {

/// Sum of a flow over the years of a span, by replicate; empty if the file does not tell it.
std::vector<double> flow(const Dataset& results, const std::string& variable, std::size_t scenario, Span span) {
    std::vector<double> sum;
    for (int year = span.from + 1; year <= span.to; ++year) {
        const std::vector<double> values =
            values_of(results, {.variable = variable, .over = Over::in_year, .label = {}}, scenario, year);
        sum.resize(std::max(sum.size(), values.size()), 0.0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sum[i] += values[i];
        }
    }
    return sum;
}

double at_or_zero(const std::vector<double>& values, std::size_t i) { return i < values.size() ? values[i] : 0; }

/// Means of a breakdown by occupation, with one more axis if `items` > 1.
class ByOccupation {
public:
    ByOccupation(const Dataset& results, std::string_view name, std::size_t scenario, std::size_t items = 1)
        : results_(results),
          scenario_(scenario),
          items_(items) {
        const Variable* variable = results.find(name);
        data_ = variable == nullptr ? nullptr : std::get_if<std::vector<float>>(&variable->data);
    }
    bool there() const { return data_ != nullptr; }
    double at(int year, std::size_t occupation, std::size_t item = 0) const {
        const std::vector<int> years = years_of(results_);
        const auto place = static_cast<std::size_t>(std::find(years.begin(), years.end(), year) - years.begin());
        const std::size_t occupations = data_->size() / items_ / years.size() / scenarios();
        const std::size_t row = (scenario_ * years.size() + place) * occupations + occupation;
        return double{(*data_)[row * items_ + item]};
    }
    double sum(Span span, std::size_t occupation, std::size_t item = 0) const {
        double sum = 0;
        for (int year = span.from + 1; year <= span.to; ++year) {
            sum += at(year, occupation, item);
        }
        return sum;
    }
    double sum_of_items(Span span, std::size_t occupation) const {
        double all = 0;
        for (std::size_t item = 0; item < items_; ++item) {
            all += sum(span, occupation, item);
        }
        return all;
    }

private:
    std::size_t scenarios() const { return results_.find_dimension("scenario")->size; }
    const Dataset& results_;
    std::size_t scenario_, items_;
    const std::vector<float>* data_ = nullptr;
};

constexpr auto place_of(HireOrigin origin) { return static_cast<std::size_t>(origin); }
constexpr auto place_of(Separation kind) { return static_cast<std::size_t>(kind); }

}  // namespace

std::vector<Span> spans_of(const Dataset& results) {
    const std::vector<int> years = years_of(results);
    std::vector<Span> spans;
    int from = years.front();
    for (const int to : milestone_years(years)) {
        if (to > from) {
            spans.push_back({from, to});
            from = to;
        }
    }
    if (spans.size() > 1) {
        spans.push_back({years.front(), years.back()});
    }
    return spans;
}

std::vector<compare::Blocks> territory_blocks(const Dataset& results, std::size_t scenario, Span span) {
    const Measure employment{.variable = "employment", .over = Over::at_end, .label = {}};
    const std::vector<double> before = values_of(results, employment, scenario, span.from);
    const std::vector<double> after = values_of(results, employment, scenario, span.to);
    const std::vector<double> career_ends = flow(results, "retirements", scenario, span);
    const std::vector<double> young = flow(results, "young_entrants", scenario, span);
    const std::vector<double> from_outside = flow(results, "hires_from_outside", scenario, span);
    const std::vector<double> to_outside = flow(results, "leavers_to_outside_by_occupation_total", scenario, span);
    std::vector<compare::Blocks> blocks;
    if (before.empty() || after.empty() || young.empty()) {
        return blocks;
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        blocks.push_back(compare::blocks_of({.before = before[i],
                                             .after = after[i],
                                             .career_ends = at_or_zero(career_ends, i),
                                             .young = young[i],
                                             .from_outside = at_or_zero(from_outside, i),
                                             .to_outside = at_or_zero(to_outside, i)},
                                            span.to - span.from));
    }
    return blocks;
}

std::vector<double> values_of(const std::vector<compare::Blocks>& blocks, const Block& block) {
    std::vector<double> values;
    std::transform(blocks.begin(), blocks.end(), std::back_inserter(values),
                   [&](const compare::Blocks& one) { return one.*block.value * (block.is_share ? 100 : 1); });
    return values;
}

std::vector<compare::Blocks> occupation_blocks(const Dataset& results, std::size_t scenario, Span span) {
    const ByOccupation employment(results, "employment_by_occupation", scenario);
    const ByOccupation hires(results, "hires_by_occupation_and_origin", scenario, hire_origin_words.size());
    const ByOccupation separations(results, "separations_by_occupation_and_kind", scenario, separation_words.size());
    const ByOccupation away(results, "leavers_to_outside_by_occupation", scenario);
    std::vector<compare::Blocks> all;
    if (!employment.there() || !hires.there() || !separations.there()) {
        return all;
    }
    for (std::size_t occupation = 0; occupation < results.find_dimension("occupation")->size; ++occupation) {
        compare::Flows flows;
        flows.before = employment.at(span.from, occupation);
        flows.after = employment.at(span.to, occupation);
        flows.career_ends = separations.sum(span, occupation, place_of(Separation::retirement));
        flows.young = hires.sum(span, occupation, place_of(HireOrigin::school));
        flows.from_outside = hires.sum(span, occupation, place_of(HireOrigin::outside));
        flows.to_outside = away.there() ? away.sum(span, occupation) : 0;
        // what hires and separations leave unexplained are promotions, in less out
        const double promotions = flows.after - flows.before - hires.sum_of_items(span, occupation) +
                                  separations.sum_of_items(span, occupation);
        flows.other_occupations = hires.sum(span, occupation, place_of(HireOrigin::post)) -
                                  separations.sum(span, occupation, place_of(Separation::job_to_job)) + promotions;
        all.push_back(compare::blocks_of(flows, span.to - span.from));
    }
    return all;
}

}  // namespace releve::report
