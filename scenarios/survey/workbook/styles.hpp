#pragma once
#include "scenarios/survey/package/package.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// For each style that cells may have, whether it shows a number as a date or a time of day. Empty if part is "".
std::optional<std::vector<bool>> read_date_styles(WorkbookPackage& package, const std::string& part,
                                                  Problems& problems);

/// "dd/mm/yyyy", "h:mm": yes. "0.00", "[h]:mm" (a duration), "0 \"days\"", "[Red]0": no.
bool shows_date(std::string_view number_format);

}  // namespace releve
