#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/inputs/scenario.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace releve::committee {

/// What an action of a plan is planned to cost, and who pays.
struct Financing {
    double cost = std::numeric_limits<double>::quiet_NaN();  ///< [EUR] over its months; not a number: not known
    std::vector<std::pair<Text, double>> shares;             ///< funder, [EUR]
};

/// Of each action of a scenario whose actions are known to be good, at full capacity; nothing known where the pack has no
/// action_costs.csv.
std::vector<Financing> financing_of(const Pack& pack, const Scenario& scenario, int horizon);

/// The name of a convention or of a legal scheme, from its code.
Text convention_name(const Pack& pack, const std::string& code);
Text scheme_name(const Pack& pack, const std::string& code);

}  // namespace releve::committee
