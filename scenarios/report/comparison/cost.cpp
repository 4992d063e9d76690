#include "scenarios/report/comparison/cost.hpp"

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

}  // namespace releve::report
