#pragma once
#include <span>

namespace releve::audit {

/// Over replicates: the mean, and the 80 % range.
struct Spread {
    double mean = 0, low = 0, high = 0;
};

/// The range lies between values that occur: four replicates of five at least are within, however few the values are.
/// Values that are not numbers are left out; all NaN if none is left.
Spread spread_of(std::span<const float> values);

/// Share of replicates with one at least.
double chance_of_any(std::span<const float> values);

double mean_of(std::span<const float> values);

}  // namespace releve::audit
