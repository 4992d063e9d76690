#include "scenarios/tables/figures.hpp"

#include "scenarios/compare/paired.hpp"

namespace releve::tables {

namespace {

bool is_single(const Variable& variable) { return std::holds_alternative<std::vector<float>>(variable.data); }

/// As the file would keep a number beside those of the output.
double as_kept(double value, bool single) { return single ? as_written(static_cast<float>(value)) : value; }

/// Values of an output that keeps every replicate.
struct Replicated {
    std::vector<double> values;
    std::size_t replicates, periods;

    std::vector<double> at(std::size_t scenario, std::size_t period) const {
        std::vector<double> found(replicates);
        for (std::size_t i = 0; i < replicates; ++i) {
            found[i] = values[(scenario * replicates + i) * periods + period];
        }
        return found;
    }
    /// Replicate by replicate, `scenario` less `reference`.
    std::vector<double> difference(std::size_t scenario, std::size_t reference, std::size_t period) const {
        std::vector<double> found = at(scenario, period);
        const std::vector<double> base = at(reference, period);
        for (std::size_t i = 0; i < replicates; ++i) {
            found[i] -= base[i];
        }
        return found;
    }
};

Figures over_replicates(const Dataset& results, const Told& told, const std::vector<std::size_t>& references) {
    const bool single = is_single(*told.value);
    const std::vector<double> orders = quantile_orders(results);
    const Replicated all{numbers_of(*told.value), size_of(results, "replicate"), size_of(results, told.period)};
    Figures figures;
    figures.quantiles.resize(orders.size());
    for (std::size_t scenario = 0; scenario < references.size(); ++scenario) {
        for (std::size_t period = 0; period < all.periods; ++period) {
            const std::vector<double> values = all.at(scenario, period);
            const compare::Summary summary = compare::summary(values);
            figures.value.push_back(as_kept(summary.mean, single));
            figures.deviation.push_back(as_kept(summary.deviation, single));
            for (std::size_t q = 0; q < orders.size(); ++q) {
                figures.quantiles[q].push_back(as_kept(compare::quantile(values, orders[q]), single));
            }
            const auto apart = compare::summary(all.difference(scenario, references[scenario], period));
            figures.difference.push_back(as_kept(apart.mean, single));
            figures.paired.push_back(as_kept(apart.deviation, single));
        }
    }
    return figures;
}

/// The file keeps quantiles scenario by scenario: one list for each order.
std::vector<std::vector<double>> by_order(const std::vector<double>& all, std::size_t scenarios, std::size_t orders) {
    std::vector<std::vector<double>> lists(orders);
    const std::size_t block = all.size() / (scenarios * orders);
    for (std::size_t i = 0; i < scenarios * orders; ++i) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(i * block);
        lists[i % orders].insert(lists[i % orders].end(), first, first + static_cast<std::ptrdiff_t>(block));
    }
    return lists;
}

}  // namespace

std::vector<double> quantile_orders(const Dataset& results) {
    const Variable* orders = results.find("quantile");
    return orders == nullptr ? std::vector<double>{} : numbers_of(*orders);
}

Figures figures_of(const Dataset& results, const Told& told, const std::vector<std::size_t>& references) {
    if (told.by_replicate) {
        return over_replicates(results, told, references);
    }
    Figures figures;
    figures.value = written_numbers_of(*told.value);
    if (told.deviation != nullptr) {
        figures.deviation = written_numbers_of(*told.deviation);
    }
    const std::size_t orders = quantile_orders(results).size();
    if (told.quantiles != nullptr && orders > 0) {
        figures.quantiles = by_order(written_numbers_of(*told.quantiles), references.size(), orders);
    }
    if (told.paired != nullptr) {
        figures.paired = written_numbers_of(*told.paired);
    }
    const std::vector<double> exact = numbers_of(*told.value);
    const std::size_t block = exact.size() / references.size();
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const double base = exact[references[i / block] * block + i % block];
        figures.difference.push_back(as_kept(exact[i] - base, is_single(*told.value)));
    }
    return figures;
}

}  // namespace releve::tables
