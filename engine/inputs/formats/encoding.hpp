#pragma once
#include "engine/base/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace releve {

/// Position of the first byte that is not UTF-8 (overlong forms and surrogates are not); nothing if all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Appends one code point (not a surrogate, at most U+10FFFF) as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// How a file was written, after `to_utf8` made it UTF-8 without a byte-order mark.
struct Encoding {
    bool byte_order_mark = false;
    bool latin1 = false;  ///< was Latin-1 or its Windows superset cp1252
};

/// A byte that no encoding we accept explains.
struct EncodingProblem {
    std::size_t at = 0;
    Text what;
};

/// Turns bytes into UTF-8 in place: drops a byte-order mark, converts Latin-1 or cp1252.
std::optional<EncodingProblem> to_utf8(std::string& bytes, Encoding& encoding);

/// 1-based number of the line that holds a byte.
std::size_t line_of(std::string_view bytes, std::size_t at);

}  // namespace releve
