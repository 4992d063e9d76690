#pragma once
#include "engine/base/text.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace releve {

/// What a file is when its first bytes are not those of a zip, which every .xlsx is, and how to make a workbook of it.
/// Nothing if it starts as a zip does.
std::optional<Text> not_a_zip(std::span<const std::byte> bytes);

}  // namespace releve
