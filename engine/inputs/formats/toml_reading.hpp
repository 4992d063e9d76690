#pragma once
#include "engine/base/month.hpp"
#include "engine/inputs/formats/toml.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace releve {

/// One file's tables read key by key: each takes what it wants, and adds a problem when a value is of another kind.

/// "baseline.toml:3"; the file alone for a value that no file holds (its line is 0).
std::string line_of(const std::string& file, const TomlValue& value);

/// "baseline.toml:3 start"
std::string where(const std::string& file, const TomlValue& value);

/// Every key must be known; a problem names the nearest one.
void refuse_unknown_keys(const TomlValue& table, std::span<const std::string_view> known, const std::string& file,
                         Problems& problems);

/// "" if absent; a problem if `required` and absent, or not a text.
std::string text_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems,
                    bool required = false);

/// A month written "2013-09".
std::optional<Month> month_at(const TomlValue& table, std::string_view key, const std::string& file,
                              Problems& problems);

/// The table at a key; nothing if absent, and a problem if it is something else.
const TomlValue* table_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems);

}  // namespace releve
