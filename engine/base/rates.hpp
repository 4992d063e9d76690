#pragma once
#include "engine/base/portable_math.hpp"

namespace releve {

/// The one place where rates become probabilities and back. A hazard is per month.
inline double probability_from_hazard(double hazard) { return 1.0 - portable_exp(-hazard); }
inline double hazard_from_probability(double probability) {
    return probability >= 1.0 ? 1e9 : -portable_log(1.0 - probability);
}
/// Probability over a year -> hazard per month.
inline double monthly_hazard_from_annual_probability(double probability) {
    return hazard_from_probability(probability) / 12.0;
}
/// Events per person-year -> hazard per month.
inline double monthly_hazard_from_annual_rate(double rate) { return rate / 12.0; }

}  // namespace releve
