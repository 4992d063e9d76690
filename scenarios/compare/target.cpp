#include "scenarios/compare/target.hpp"

#include "engine/base/error.hpp"

#include <cmath>

namespace releve::compare {

TargetReached probability_of_target(std::span<const double> reference, std::span<const double> plan, double target,
                                    double level) {
    if (reference.size() != plan.size()) {
        throw ModelError("compare: a target judged on unequal numbers of replicates");
    }
    if (!std::isfinite(target) || target == 0) {
        throw ModelError("compare: a relative target is neither 0 nor infinite");
    }
    std::vector<double> changes;
    double reached = 0;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const double change = (plan[i] - reference[i]) / reference[i];
        if (std::isfinite(change)) {
            changes.push_back(change);
            reached += (target < 0 ? change <= target : change >= target) ? 1 : 0;
        }
    }
    return {mean_interval(changes, level), wilson_interval(reached, changes.size(), level)};
}

}  // namespace releve::compare
