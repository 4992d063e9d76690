#pragma once
#include "engine/base/text.hpp"
#include "engine/results/dataset.hpp"
#include "scenarios/compare/committee.hpp"

#include <string>

namespace releve::report {

/// What a comparison is asked to show.
struct ComparisonAsked {
    double level = 0.95;
    bool all = false;        ///< every indicator at the milestone years, instead of the main ones in the last year
    std::string by = {};     ///< every cell of one dimension, instead of the largest gains and losses
    bool costs = false;      ///< costs by action, funder and year
    bool decompose = false;  ///< job openings by block
    const compare::Committee* committee = nullptr;  ///< null: none
};

/// Plans against their references, at most 100 columns wide: what they change, who gains and who loses, what it costs,
/// whether targets are reached; what the options ask besides. From the file alone; the same file gives the same text.
std::string comparison_report(const Dataset& results, Language language, const ComparisonAsked& asked);

}  // namespace releve::report
