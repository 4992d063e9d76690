#pragma once
#include "scenarios/compare/committee.hpp"
#include "scenarios/report/measures.hpp"
#include "scenarios/report/pairs.hpp"

namespace releve::report {

/// What the plans of one future (its reference among them) are worth on each criterion, replicate by replicate, against
/// the reference: more is better. No plans for a criterion that the file does not tell.
compare::CriterionValues criterion_values(const Dataset& results, const Group& group);

}  // namespace releve::report
