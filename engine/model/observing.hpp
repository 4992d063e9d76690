#pragma once
#include "engine/base/parameter.hpp"

#include <span>

namespace releve {

/// What outputs suppose; a pack or a scenario sets them as `outputs.NAME`. Outputs read them in this order.
enum class ObservingParameter : std::size_t { asked_level, holder_mastery, few_holders };
std::span<const Parameter> observing_parameters();

}  // namespace releve
