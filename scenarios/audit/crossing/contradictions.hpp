#pragma once
#include "scenarios/audit/crossing/figures.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace releve::audit {

enum class Claim : std::uint8_t { strong, weak };
inline constexpr int strong_from = 3;  ///< scores that claim strength
inline constexpr int weak_to = 1;      ///< and weakness

/// A figure that can belie a score, told once.
struct CrossingRule {
    std::string_view name;
    std::string_view axis;  ///< code in `audit_axes`
    Claim claim{};
    Label figure;           ///< what is looked at
    Label reading;          ///< what it says against the score
    bool as_share = false;  ///< the figure is shown as a percentage
    /// Skills and tenures of people nobody surveyed are drawn as everywhere: they say nothing of this establishment.
    bool needs_survey = false;
    double threshold = 0;
    bool above = true;                                         ///< belies the score from the threshold up; else down
    std::string_view source;                                   ///< of the threshold
    std::optional<double> (*value)(const Figures&) = nullptr;  ///< nothing where it cannot tell
};
std::span<const CrossingRule> crossing_rules();

/// A score that a figure belies.
struct Contradiction {
    std::uint32_t establishment = 0;
    const CrossingRule* rule = nullptr;
    int score = 0;
    double value = 0;        ///< mean over the replicates in which it can be told
    double probability = 0;  ///< share of all replicates in which it belies the score
    bool surveyed = false;
};

/// Below, ignorance of the ages and tenures may explain the disagreement.
inline constexpr double certain_enough = 0.8;

/// Contradictions at least `certain_enough`, by establishment and then in the order of the rules. `figures`: of each
/// replicate, as figures_of gives them.
std::vector<Contradiction> contradictions_of(const Pack& pack, std::span<const std::vector<Figures>> figures);

}  // namespace releve::audit
