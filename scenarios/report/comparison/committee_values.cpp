#include "scenarios/report/comparison/committee_values.hpp"

namespace releve::report {

compare::CriterionValues criterion_values(const Dataset& results, const Group& group) {
    const int last = years_of(results).back();
    const auto better_by = [&](const Measure& measure) {
        std::vector<std::vector<double>> gains;
        const std::vector<double> base = values_of(results, measure, group.front(), last);
        for (const std::size_t scenario : group) {
            std::vector<double> values = values_of(results, measure, scenario, last);
            for (std::size_t i = 0; i < values.size(); ++i) {
                values[i] = base[i] - values[i];
            }
            if (!values.empty()) {
                gains.push_back(std::move(values));
            }
        }
        return gains;
    };
    compare::CriterionValues values;  // in the order of compare::criteria
    values[0] = better_by(shortage_measure());
    if (const auto cost = cost_measure(results)) {
        values[1] = better_by(*cost);
    }
    values[2] = better_by(equity_measure(results, last));
    values[3] = better_by({.variable = "long_term_unemployed", .over = Over::since_start, .label = {}});
    return values;
}

}  // namespace releve::report
