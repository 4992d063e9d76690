#pragma once
#include "engine/results/dataset.hpp"

#include <string>

namespace releve::report {

/// InputError, at `where`, if no scenario of a result has another one to be compared with.
void refuse_alone(const Dataset& results, const std::string& where);

}  // namespace releve::report
