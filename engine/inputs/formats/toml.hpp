#pragma once
#include "engine/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

inline constexpr std::size_t most_toml_bytes = std::size_t{1} << 20;
inline constexpr int most_toml_depth = 32;

enum class TomlKind : std::uint8_t { text, integer, number, boolean, date, array, table };

/// One value of a TOML document, with where it stands. Dates and times stay as text.
struct TomlValue {
    TomlKind kind = TomlKind::table;
    std::string key;   ///< name in its table; empty for the document and for items of arrays
    std::string text;  ///< of a text or a date
    std::int64_t integer = 0;
    double number = 0;  ///< of a number, and of an integer too
    bool boolean = false;
    std::vector<TomlValue> items;                               ///< of an array, or of a table in the order of the file
    std::map<std::string, std::size_t, std::less<>> positions;  ///< of a table: key -> place in items
    int line = 1;
    int column = 1;  ///< in characters

    /// How a table or an array came to be, which decides what may be added to it later.
    bool frozen = false;      ///< written inline: nothing may be added
    bool has_header = false;  ///< declared by [table] or [[table]]
    int dotted_in = 0;        ///< section in which dotted keys opened it; 0: none

    const TomlValue* find(std::string_view name) const;
    bool is_number() const { return kind == TomlKind::integer || kind == TomlKind::number; }
};

/// Parses a TOML 1.0 document, strictly. At the first error adds one problem (`file:line:column`) and gives nothing.
/// Refused although TOML allows them: more than 1 MiB, nesting beyond 32, integers beyond 64 bits, inf
/// and nan. Accepted although TOML does not mention it: a byte-order mark.
std::optional<TomlValue> parse_toml(std::string_view bytes, const std::string& file, Problems& problems);

/// A text as a TOML basic string, quotes included.
std::string toml_quoted(std::string_view text);

}  // namespace releve
