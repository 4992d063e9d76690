#pragma once
#include "engine/base/error.hpp"
#include "scenarios/compare/committee.hpp"

namespace releve::compare {

/// Reads who sits on the committee and what each cares for:
///     name = "..." (name_en)
///     [[member]]
///     name = "..." (name_en), weights = { shortage = 3, cost = 1, equity = 2, far_from_work = 2 }
/// A criterion left out has no weight. Problems, each with its line: unknown keys and criteria, a weight that is negative
/// or no number, a member whose weights are all 0 or who has no name, two of one name, no member at all.
Committee read_committee(const std::string& path, Problems& problems);

}  // namespace releve::compare
