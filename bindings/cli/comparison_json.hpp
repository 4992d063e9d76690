#pragma once
#include "bindings/cli/json.hpp"
#include "scenarios/report/comparison/comparison_text.hpp"

namespace releve {

/// Everything a comparison can tell of a result file: all indicators and cells, whatever the text would show.
Json json_of_comparison(const Dataset& results, const report::ComparisonAsked& asked);

}  // namespace releve
