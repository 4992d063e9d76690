#include "scenarios/compare/precision.hpp"

#include "engine/model/catalogue.hpp"
#include "scenarios/compare/paired.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace releve::compare {

namespace {

constexpr std::uint32_t first_batch = 20;

std::size_t unfilled_at() {
    const auto outputs = all_outputs();
    const auto found = std::find_if(outputs.begin(), outputs.end(),
                                    [](const Output* output) { return output->name == "unfilled_posts"; });
    if (found == outputs.end()) {
        throw ModelError("precision: no output unfilled_posts");
    }
    return static_cast<std::size_t>(found - outputs.begin());
}

std::vector<double> post_months(const EnsembleResult& result, std::size_t scenario) {
    const std::size_t output = unfilled_at();
    std::vector<float> months(result.kept.cells(scenario, output));
    std::vector<double> totals;
    for (std::uint32_t replicate = 0; replicate < result.replicates; ++replicate) {
        result.kept.read(scenario, replicate, output, 0, months);
        totals.push_back(std::accumulate(months.begin(), months.end(), 0.0));
    }
    return totals;
}

double half_width(const Interval& interval) { return (interval.high - interval.low) / 2; }

}  // namespace

std::vector<std::uint32_t> batches(std::uint32_t most) {
    std::vector<std::uint32_t> sizes;
    for (std::uint32_t size = first_batch; size < most; size *= 2) {
        sizes.push_back(size);
    }
    sizes.push_back(most);
    return sizes;
}

double widest_interval(const EnsembleResult& result, const std::vector<std::size_t>& references,
                       const Precision& precision) {
    double widest = 0;
    bool compared = false;
    const auto widen = [&](double half, const std::vector<double>& reference) {
        const double mean = summary(reference).mean;
        const double width = precision.relative ? half / mean : half;
        widest = std::isnan(width) || width > widest ? width : widest;
    };
    for (std::size_t scenario = 0; scenario < references.size(); ++scenario) {
        if (references[scenario] != scenario) {
            compared = true;
            const std::vector<double> reference = post_months(result, references[scenario]);
            const PairedDifference paired =
                paired_difference(reference, post_months(result, scenario), precision.level);
            widen(half_width(paired.difference), reference);
        }
    }
    for (std::size_t scenario = 0; scenario < references.size() && !compared; ++scenario) {
        const std::vector<double> totals = post_months(result, scenario);
        widen(half_width(mean_interval(totals, precision.level)), totals);
    }
    return widest;
}

PrecisionReached continue_until_precise(EnsembleResult& result, const std::vector<Plan>& plans,
                                        const std::vector<std::size_t>& references, EnsembleOptions options,
                                        const Precision& precision) {
    PrecisionReached reached;
    for (const std::uint32_t size : batches(options.replicates)) {
        options.replicates = size;
        continue_ensemble(result, plans, options);
        reached.replicates = size;
        reached.widest = widest_interval(result, references, precision);
        reached.reached = reached.widest <= precision.half_width;
        if (reached.reached) {
            break;
        }
    }
    return reached;
}

}  // namespace releve::compare
