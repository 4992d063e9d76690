#pragma once
#include <span>
#include <string>
#include <string_view>

namespace releve {

/// The known name nearest to a misspelt one (fewest single-letter edits), or "" if none is near.
std::string_view nearest_name(std::string_view misspelt, std::span<const std::string_view> known);

}  // namespace releve
