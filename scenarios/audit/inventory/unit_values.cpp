#include "scenarios/audit/inventory/unit_values.hpp"

#include <limits>

namespace releve::audit {

std::vector<float> UnitValues::sum(std::initializer_list<Measure> some, std::size_t horizon) const {
    std::vector<float> sums(replicates(), 0.0F);
    for (const Measure measure : some) {
        const std::span<const float> values = of(measure, horizon);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += values[i];
        }
    }
    return sums;
}

std::vector<float> UnitValues::separations() const {
    return sum({Measure::quits, Measure::layoffs, Measure::contract_ends, Measure::retirements, Measure::deaths,
                Measure::closures_left, Measure::moves, Measure::others});
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : std::numeric_limits<double>::quiet_NaN(); }

}  // namespace releve::audit
