#pragma once
#include "engine/model/conduct/score_check.hpp"
#include "scenarios/audit/crossing/contradictions.hpp"
#include "scenarios/audit/inventory/dependence.hpp"
#include "scenarios/audit/inventory/inventory.hpp"
#include "scenarios/audit/inventory/sensitive.hpp"
#include "scenarios/audit/levers/advice.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"

#include <functional>
#include <memory>
#include <optional>

/// Everything that is told of a territory before anything is decided: the inventory crossed with the audits.
namespace releve::audit {

struct DiagnosisOptions {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;  ///< 0: as many as the machine has
    /// Of the baseline and of each action, to tell what actions would change in the audited establishments; 0: not told.
    std::uint32_t gain_replicates = 40;
    std::vector<ParameterValue> thresholds = {};  ///< of sensitive occupations: (name, value)
    /// Establishment of which groups of people are followed; the audited ones if none is named.
    std::optional<std::uint32_t> establishment;
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< called from any thread; may be empty
    std::function<bool()> interrupted;                                ///< may be empty
};

struct Diagnosis {
    const Pack& pack;
    std::uint32_t seed = 1;
    std::uint32_t replicates = 0;
    double asked_level = 0;             ///< from which an occupation asks a competence
    std::vector<FollowedGroup> groups;  ///< in the order of Cut::group of the inventory
    Followed followed;
    Inventory inventory;
    std::vector<double> thresholds;  ///< in the order of sensitivity_rules
    std::vector<SensitiveOccupation> sensitive;
    std::vector<Struck> struck;  ///< if one of the largest employers closed, the largest first; of the first replicate
    std::vector<Contradiction> contradictions;
    TerritorySystem system;
    /// Expected score on each axis of the establishments nobody audited, weighted by posts; not a number where nobody is scored.
    std::vector<double> carried_scores;
    ScoreCheck score_check;  ///< how well audits tell scores that they do not contain
    std::vector<WeakPoint> weak_points;
    Gains gains;    ///< of no action if none was asked
    Advice advice;  ///< points into gains
};

/// Follows the baseline for five years, and each action that bears on a weak point beside it. The scenario says which law and
/// parameters hold; ages and skills that nobody surveyed are drawn anew in each replicate. What is wrong with the scenario or
/// the thresholds goes to `problems`, and then nothing is given. Throws Interrupted when asked to stop.
std::unique_ptr<Diagnosis> diagnose(const Pack& pack, const Scenario& baseline, const DiagnosisOptions& options,
                                    Problems& problems);

}  // namespace releve::audit
