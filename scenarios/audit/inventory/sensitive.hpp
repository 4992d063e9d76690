#pragma once
#include "engine/base/error.hpp"
#include "engine/base/parameter.hpp"
#include "scenarios/audit/inventory/inventory.hpp"

namespace releve::audit {

/// Why an occupation deserves attention.
enum class Sensitivity : std::uint8_t { ageing, hard_to_fill, rare, strategic };

struct SensitivityRecord {
    Word word;
    Label meaning;
    std::size_t rules_needed = 1;  ///< how many of its rules must hold
};
/// In the order of Sensitivity.
std::span<const SensitivityRecord> sensitivity_records();

/// What the rules compare with their thresholds, of one occupation in one replicate or over all.
struct OccupationFigures {
    double people = 0;
    double employers = 0;       ///< [establishments] with posts of it at the start
    double share_from_55 = 0;   ///< NaN where nobody is in post, as the other shares
    double renewal = 0;         ///< under 30 / 55 and over; NaN where nobody is 55 or over
    double unfilled_share = 0;  ///< of the months of its posts, those unfilled
    double months_to_fill = 0;  ///< mean time a recruitment is open
    double told_difficult =
        0;  ///< of the planned recruitments of which it is told, those expected to be difficult; NaN: too few
    double learning_months = 0;  ///< mean of the competences it asks, weighted by their level
    double alone = 0;            ///< of its employers, competences that one person alone holds, each
    double employers_share = 0;  ///< of the establishments, those with posts of it
};

struct SensitivityRule {
    Sensitivity kind{};
    Parameter threshold;  ///< name, default, unit, range, meaning in both languages, source
    std::string_view formula;
    bool at_most = false;     ///< holds when the figure is at most the threshold; else at least
    double least_people = 0;  ///< occupations of fewer people are not judged by it
    double (*figure)(const OccupationFigures&) = nullptr;
};
std::span<const SensitivityRule> sensitivity_rules();

/// Thresholds in the order of the rules: defaults, then those given as (name, value); unknown names, and values out of range,
/// become problems.
std::vector<double> sensitivity_thresholds(std::span<const ParameterValue> given, Problems& problems);

/// A rule met by an occupation.
struct MetRule {
    std::size_t rule = 0;  ///< position among the rules
    double figure = 0;     ///< over all replicates
    double threshold = 0;
    double support = 1;  ///< share of replicates in which it holds
};

struct SensitiveOccupation {
    std::uint32_t occupation = 0;
    OccupationFigures figures;
    std::vector<MetRule> rules;      ///< of the kinds that it is, those met
    std::vector<Sensitivity> kinds;  ///< at least one
};
/// The occupations of at least one kind: those of most kinds first, then of most people.
std::vector<SensitiveOccupation> sensitive_occupations(const Pack& pack, const Followed& followed,
                                                       const Inventory& inventory, std::span<const double> thresholds);

}  // namespace releve::audit
