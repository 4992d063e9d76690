#include "scenarios/audit/inventory/spread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace releve::audit {

namespace {
constexpr double outside_on_each_side = 0.1;
}

Spread spread_of(std::span<const float> values) {
    std::vector<float> kept;
    std::ranges::copy_if(values, std::back_inserter(kept), [](float value) { return !std::isnan(value); });
    if (kept.empty()) {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        return {unknown, unknown, unknown};
    }
    const double mean = mean_of(kept);
    std::ranges::sort(kept);
    const auto left_out = static_cast<std::size_t>(outside_on_each_side * static_cast<double>(kept.size() - 1));
    return {mean, static_cast<double>(kept[left_out]), static_cast<double>(kept[kept.size() - 1 - left_out])};
}

double chance_of_any(std::span<const float> values) {
    const auto some = std::ranges::count_if(values, [](float value) { return value > 0; });
    return static_cast<double>(some) / static_cast<double>(values.size());
}

double mean_of(std::span<const float> values) {
    double sum = 0;
    for (const float value : values) {
        sum += static_cast<double>(value);
    }
    return sum / static_cast<double>(values.size());
}

}  // namespace releve::audit
