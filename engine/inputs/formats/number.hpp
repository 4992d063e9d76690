#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace releve {

/// "-12", "0.5", "1e-3" -> number, the same in every locale; nothing for anything else ("inf", "0x1", "+1", " 1").
std::optional<double> parse_number(std::string_view text);

/// Liberties a table took with a number; the reader tells the user that it accepted them.
struct WrittenAs {
    bool comma = false;   ///< decimal comma
    bool spaces = false;  ///< spaces between thousands
};

/// The same for a cell of a table: also "1 234,5" (decimal comma; plain, no-break or thin spaces between thousands).
/// Marks in `as` what it accepted. "1.234,5" and "12 34" are refused: no way to be sure what is meant.
std::optional<double> parse_cell_number(std::string_view text, WrittenAs& as);

/// The shortest text that reads back as the same number: "3", "0.1", "1e-07".
std::string to_text(double number);

}  // namespace releve
