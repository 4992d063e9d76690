#pragma once
#include "engine/base/text.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace releve {

/// What a zip is when its parts (names in small letters) are not those of a workbook .xlsx, and how to make one of it.
/// Nothing if it may be one.
std::optional<Text> other_zip(std::span<const std::string_view> parts);

}  // namespace releve
