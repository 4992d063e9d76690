#pragma once
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/formats/toml_cursor.hpp"

#include <string>

namespace releve {

/// The parts of TOML that do not nest. Each starts at the cursor, leaves it just behind, and fails it when refused.

/// "basic", 'literal'; with `multi_line` also the forms in three quotes.
std::string parse_toml_text(TomlCursor& cursor, bool multi_line);

/// A boolean, an integer, a number, a date or a time.
void parse_toml_word(TomlCursor& cursor, TomlValue& value);

bool is_bare_key_byte(char byte);

}  // namespace releve
