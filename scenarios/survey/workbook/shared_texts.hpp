#pragma once
#include "scenarios/survey/package/package.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// The texts that cells share, in order. Runs of rich text are joined, phonetic readings left out. Empty if part is "".
std::optional<std::vector<std::string>> read_shared_texts(WorkbookPackage& package, const std::string& part,
                                                          Problems& problems);

/// Puts back the characters that XML cannot hold and workbooks write as _x000D_; _x0000_ stays as it is.
std::string unescape_text(std::string_view text);

}  // namespace releve
