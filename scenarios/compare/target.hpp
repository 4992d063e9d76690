#pragma once
#include "scenarios/compare/paired.hpp"

namespace releve::compare {

struct TargetReached {
    Interval change{};       ///< relative change against the reference, and its Student-t interval
    Interval probability{};  ///< share of replicates that reach the target, and its Wilson interval
};

/// Whether a plan reaches a relative target such as -0.05 ("5 % less than the reference"), replicate by replicate:
/// (plan - reference) / reference is at most the target if that is negative, at least if it is positive. Replicates where
/// the reference is 0 or not finite are left out. ModelError if the lengths differ or the target is 0 or not finite.
TargetReached probability_of_target(std::span<const double> reference, std::span<const double> plan, double target,
                                    double level = 0.95);

}  // namespace releve::compare
