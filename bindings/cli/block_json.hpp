#pragma once
#include "bindings/cli/json.hpp"
#include "scenarios/report/blocks/block.hpp"

#include <vector>

namespace releve {

/// {"key": {"title": {en, fr}, "text": [...], "rows": [{"column": value}]}}: texts in both languages, ranges as
/// {mean, low, high}, what is hidden as "s", nothing and not a number as null.
Json json_of(const std::vector<report::Block>& blocks);

}  // namespace releve
