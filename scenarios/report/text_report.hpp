#pragma once
#include "engine/base/text.hpp"
#include "engine/results/dataset.hpp"

#include <string>

namespace releve::report {

/// What a planner reads first, at most 100 columns wide: the course of the baseline, what the plans change, where it
/// hurts, and a word of caution. From the file alone; the same file gives the same text.
std::string planners_report(const Dataset& results, Language language);

}  // namespace releve::report
