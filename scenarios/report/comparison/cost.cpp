#include "scenarios/report/comparison/cost.hpp"

#include <numeric>

namespace releve::report {

std::optional<compare::CostEffect> cost_effect_of(const Dataset& results, const Pair& pair, double level) {
    const std::optional<Measure> cost = cost_measure(results);
    if (!cost) {
        return std::nullopt;
    }
    const int last = years_of(results).back();
    const auto difference = [&](const Measure& measure, std::size_t to, std::size_t from) {
        std::vector<double> values = values_of(results, measure, to, last);
        const std::vector<double> base = values_of(results, measure, from, last);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] -= base[i];
        }
        return values;
    };
    return compare::cost_effect(difference(*cost, pair.scenario, pair.reference),
                                difference(shortage_measure(), pair.reference, pair.scenario), level);
}

double CostTable::total(std::size_t item) const {
    return std::accumulate(by_year[item].begin(), by_year[item].end(), 0.0);
}

CostTable costs_by(const Dataset& results, std::string_view dimension, std::size_t scenario) {
    const Variable* variable = results.find("cost_by_" + std::string(dimension));
    const auto* values = variable == nullptr ? nullptr : std::get_if<std::vector<double>>(&variable->data);
    if (values == nullptr) {
        return {};
    }
    const std::size_t items = codes_of(results, dimension).size();
    const std::size_t years = years_of(results).size();
    CostTable table{std::vector<std::vector<double>>(items, std::vector<double>(years, 0.0))};
    for (std::size_t year = 0; year < years; ++year) {
        for (std::size_t item = 0; item < items; ++item) {
            table.by_year[item][year] = (*values)[(scenario * years + year) * items + item];
        }
    }
    return table;
}

}  // namespace releve::report
