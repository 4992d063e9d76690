#pragma once
#include "engine/results/dataset.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace releve::report {

/// A scenario and the one it is compared with.
struct Pair {
    std::size_t scenario = 0, reference = 0;
};

/// For each scenario, its reference: the first of the same future (variable scenario_future), which is its own; in files
/// without futures, the first of all.
std::vector<std::size_t> references_in(const Dataset& results);

/// Every scenario that is not its own reference, in the order of the file.
std::vector<Pair> pairs_of(const Dataset& results);

/// The scenarios of one future, the reference first.
using Group = std::vector<std::size_t>;
std::vector<Group> groups_of(const Dataset& results);

}  // namespace releve::report
