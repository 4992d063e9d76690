#include "engine/run/result_file/parts.hpp"
#include "engine/run/result_file/records.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <limits>

namespace releve {

namespace {

std::vector<Attribute> attributes_of(const Output& output, const StatisticRecord& statistic) {
    const auto named = [&](Language language) {
        const std::string label(output.label.in(language));
        return statistic.label.en.empty() ? label : fmt::format("{} ({})", label, statistic.label.in(language));
    };
    return {{"units", std::string(output.unit)},
            {"long_name", named(Language::en)},
            {"long_name_fr", named(Language::fr)},
            {"comment", std::string(output.meaning.en)},
            {"comment_fr", std::string(output.meaning.fr)},
            {"kind", std::string(output_kind_names[static_cast<std::size_t>(output.kind)])},
            {"formula", std::string(output.formula)},
            {"adds_up", std::string(output.adds_up)},
            {"source", std::string(output.source)}};
}

void add_statistic(Dataset& dataset, const Output& output, Statistic statistic, std::vector<std::string> dimensions,
                   std::vector<float> values) {
    const StatisticRecord& record = record_of(statistic);
    dataset.variables.push_back({std::string(output.name) + std::string(record.suffix), std::move(dimensions),
                                 std::move(values), attributes_of(output, record)});
}

std::string period_of(const Output& output) { return output.period == Period::month ? "month" : "year"; }

/// Type 7 of Hyndman and Fan (1996); the values sorted.
double quantile_of(const std::vector<double>& sorted, double order) {
    const double place = static_cast<double>(sorted.size() - 1) * order;
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

/// One output over the replicates of a scenario, some cells at a time.
class Columns {
public:
    Columns(const EnsembleResult& result, std::size_t output)
        : result_(result),
          output_(output),
          cells_(result.kept.cells(0, output)),
          at_once_(std::clamp<std::size_t>(values_at_once / result.replicates, 1, slab_cells)) {}

    std::size_t cells() const { return cells_; }
    std::size_t at_once() const { return at_once_; }
    std::size_t count(std::size_t first) const { return std::min(at_once_, cells_ - first); }
    /// [replicate][cell]
    std::vector<float> of(std::size_t scenario, std::size_t first) const {
        return result_.kept.read(scenario, result_.replicates, output_, first, count(first));
    }

private:
    const EnsembleResult& result_;
    std::size_t output_, cells_, at_once_;
};

/// The replicates of one cell, out of [replicate][cell].
void gather(const std::vector<float>& from, std::size_t cell, std::vector<double>& to) {
    const std::size_t stride = from.size() / to.size();
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i] = double{from[i * stride + cell]};
    }
}

struct Moments {
    float mean, deviation;
};

Moments moments_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    double squares = 0;
    for (const double value : values) {
        squares += (value - sum / n) * (value - sum / n);
    }
    return {static_cast<float>(sum / n), values.size() < 2 ? std::numeric_limits<float>::quiet_NaN()
                                                           : static_cast<float>(std::sqrt(squares / (n - 1)))};
}

/// Mean, spread and quantiles over replicates of every cell of one output in one scenario.
struct Spread {
    std::vector<float> mean, deviation;
    std::array<std::vector<float>, kept_quantiles.size()> quantiles;
};

Spread spread_of(const EnsembleResult& result, std::size_t scenario, std::size_t output, bool with_quantiles) {
    const Columns columns(result, output);
    Spread spread;
    std::vector<double> values(result.replicates);
    for (std::size_t first = 0; first < columns.cells(); first += columns.at_once()) {
        const std::vector<float> all = columns.of(scenario, first);
        for (std::size_t cell = 0; cell < columns.count(first); ++cell) {
            gather(all, cell, values);
            const Moments moments = moments_of(values);
            spread.mean.push_back(moments.mean);
            spread.deviation.push_back(moments.deviation);
            if (with_quantiles) {
                std::sort(values.begin(), values.end());
                for (std::size_t q = 0; q < kept_quantiles.size(); ++q) {
                    spread.quantiles[q].push_back(static_cast<float>(quantile_of(values, kept_quantiles[q])));
                }
            }
        }
    }
    return spread;
}

void append(std::vector<float>& to, const std::vector<float>& from) { to.insert(to.end(), from.begin(), from.end()); }

/// Standard deviation over replicates of the difference of each cell between two scenarios, replicate by replicate.
std::vector<float> paired_deviation(const EnsembleResult& result, std::size_t scenario, std::size_t reference,
                                    std::size_t output) {
    const Columns columns(result, output);
    std::vector<float> deviations;
    std::vector<double> differences(result.replicates);
    std::vector<double> others(result.replicates);
    for (std::size_t first = 0; first < columns.cells(); first += columns.at_once()) {
        const std::vector<float> all = columns.of(scenario, first);
        const std::vector<float> of_reference = columns.of(reference, first);
        for (std::size_t cell = 0; cell < columns.count(first); ++cell) {
            gather(all, cell, differences);
            gather(of_reference, cell, others);
            std::transform(differences.begin(), differences.end(), others.begin(), differences.begin(), std::minus<>());
            deviations.push_back(moments_of(differences).deviation);
        }
    }
    return deviations;
}

std::vector<std::string> breakdown_dimensions(const Output& output) {
    std::vector<std::string> dimensions{"scenario", period_of(output)};
    for (const Axis axis : output.axes) {
        dimensions.emplace_back(axis_words[static_cast<std::size_t>(axis)].code);
    }
    return dimensions;
}

void add_paired_deviation(Dataset& dataset, const EnsembleResult& result, const std::vector<std::size_t>& references,
                          std::size_t index) {
    const Output& output = *all_outputs()[index];
    std::vector<float> deviation;
    for (std::size_t scenario = 0; scenario < result.scenarios(); ++scenario) {
        append(deviation, paired_deviation(result, scenario, references[scenario], index));
    }
    add_statistic(dataset, output, Statistic::paired_deviation, breakdown_dimensions(output), std::move(deviation));
}

void add_breakdown(Dataset& dataset, const EnsembleResult& result, std::size_t index) {
    const Output& output = *all_outputs()[index];
    std::vector<std::string> dimensions = breakdown_dimensions(output);
    std::vector<float> mean;
    std::vector<float> deviation;
    std::vector<float> quantiles;
    for (std::size_t scenario = 0; scenario < result.scenarios(); ++scenario) {
        const Spread spread = spread_of(result, scenario, index, !output.moments_only);
        append(mean, spread.mean);
        append(deviation, spread.deviation);
        for (const std::vector<float>& quantile : spread.quantiles) {
            append(quantiles, quantile);
        }
    }
    add_statistic(dataset, output, Statistic::mean, dimensions, std::move(mean));
    add_statistic(dataset, output, Statistic::deviation, dimensions, std::move(deviation));
    if (!output.moments_only) {
        dimensions.insert(dimensions.begin() + 1, "quantile");
        add_statistic(dataset, output, Statistic::quantiles, dimensions, std::move(quantiles));
    }
}

/// "hires_by_origin" splits "hires", which keeps every replicate itself.
bool another_gives_the_sum(const Output& output) {
    const std::string_view stem = output.name.substr(0, output.name.find("_by_"));
    return std::any_of(all_outputs().begin(), all_outputs().end(),
                       [&](const Output* other) { return other->axes.empty() && other->name == stem; });
}

void add_by_replicate(Dataset& dataset, const EnsembleResult& result, const Pack& pack, std::size_t index) {
    const Output& output = *all_outputs()[index];
    const std::size_t cells = cells_of(output, pack);
    std::vector<float> values;
    std::vector<float> all(result.kept.cells(0, index));
    for (std::size_t scenario = 0; scenario < result.scenarios(); ++scenario) {
        for (std::uint32_t replicate = 0; replicate < result.replicates; ++replicate) {
            result.kept.read(scenario, replicate, index, 0, all);
            for (std::size_t first = 0; first < all.size(); first += cells) {
                double sum = 0;
                for (std::size_t cell = 0; cell < cells; ++cell) {
                    sum += double{all[first + cell]};
                }
                values.push_back(static_cast<float>(sum));
            }
        }
    }
    add_statistic(dataset, output, output.axes.empty() ? Statistic::value : Statistic::total,
                  {"scenario", "replicate", period_of(output)}, std::move(values));
}

}  // namespace

void add_outputs(Dataset& dataset, const EnsembleResult& result, const Pack& pack,
                 const std::vector<std::size_t>& references) {
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const Output& output = *all_outputs()[i];
        if (!is_given(output, pack)) {
            continue;
        }
        if (!output.axes.empty()) {
            add_breakdown(dataset, result, i);
            if (output.moments_only) {
                continue;
            }
            if (result.scenarios() > 1) {
                add_paired_deviation(dataset, result, references, i);
            }
        }
        if (output.axes.empty() || (output.kind != OutputKind::rate && !another_gives_the_sum(output))) {
            add_by_replicate(dataset, result, pack, i);
        }
    }
}

}  // namespace releve
