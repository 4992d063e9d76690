#include "scenarios/report/comparison/payers.hpp"

#include "scenarios/report/measures.hpp"

#include <numeric>

namespace releve::report {

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
