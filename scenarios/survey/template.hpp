#pragma once
#include "engine/inputs/pack.hpp"

#include <cstddef>
#include <vector>

namespace releve::survey {

/// The bytes of an empty workbook (.xlsx) of the survey in one language: how to fill it in, a sheet for each record of
/// survey_sheets(), and what its drop-down lists offer, from the code lists of the pack. The same bytes for the same pack.
std::vector<std::byte> survey_template(const Pack& pack, Language language);

}  // namespace releve::survey
