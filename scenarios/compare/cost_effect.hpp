#pragma once
#include "scenarios/compare/paired.hpp"

#include <cstdint>

/// What a unit of effect costs: a ratio of two mean differences, whose interval is Fieller's.
namespace releve::compare {

enum class Shown : std::uint8_t {
    gain,      ///< the interval of the effect lies above 0
    harm,      ///< it lies below 0: money makes things worse
    no_effect  ///< it holds 0: no bound can be given to the cost of one unit
};

struct CostEffect {
    std::size_t count = 0;     ///< replicates kept
    Interval cost{};           ///< added cost, and its Student-t interval
    Interval effect{};         ///< units gained, and its Student-t interval
    double ratio = 0;          ///< mean cost / mean effect; NaN unless a gain is shown
    double low = 0, high = 0;  ///< Fieller's bounds of the ratio; NaN unless a gain is shown
    Shown shown = Shown::no_effect;
};

/// `cost` and `effect`: differences to the reference, replicate by replicate, of the same length (else ModelError). With
/// x, y their means, s their (co)variances and t the Student quantile of (1 + level) / 2, the set of ratios r for which
/// (x - r y)^2 <= t^2 (s_xx - 2 r s_xy + r^2 s_yy) / n is the interval between the roots of a r^2 - 2 b r + c, where
/// a = y^2 - t^2 s_yy / n, b = x y - t^2 s_xy / n, c = x^2 - t^2 s_xx / n. It is bounded if a > 0, which says that the
/// interval of the effect does not hold 0. Source: Fieller (1954), JRSS B 16(2), 175-185.
CostEffect cost_effect(std::span<const double> cost, std::span<const double> effect, double level = 0.95);

}  // namespace releve::compare
