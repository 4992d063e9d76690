#include "engine/inputs/formats/encoding.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>
#include <array>

namespace releve {

namespace {

/// cp1252 from 0x80 to 0x9F; 0 where it defines nothing. Source: Unicode mapping table CP1252.TXT.
constexpr std::array<char32_t, 32> cp1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
}

/// Length of the UTF-8 character that starts at a byte; 0 if there is none. Source: Unicode 15, table 3-7.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
    const unsigned first = byte_at(bytes, at);
    const unsigned second = byte_at(bytes, at + 1);
    const auto continues = [&](std::size_t i) { return (byte_at(bytes, at + i) & 0xC0u) == 0x80u; };
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool beyond = first == 0xF4 && second > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

std::string hexadecimal(unsigned byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4], digits[byte & 15u]};
}

struct Census {
    std::size_t utf8_characters = 0;  ///< of two bytes or more
    std::size_t invalid = 0;
    std::optional<std::size_t> first_invalid;    ///< as UTF-8
    std::optional<std::size_t> first_undefined;  ///< invalid as UTF-8 and undefined in cp1252
    std::optional<std::size_t> first_nul;
};

Census count_bytes(std::string_view bytes) {
    Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_length(bytes, at);
        const unsigned byte = byte_at(bytes, at);
        if (byte == 0 && !census.first_nul) {
            census.first_nul = at;
        }
        if (length == 0) {
            ++census.invalid;
            census.first_invalid = census.first_invalid.value_or(at);
            if (byte >= 0x80 && byte <= 0x9F && cp1252[byte - 0x80] == 0 && !census.first_undefined) {
                census.first_undefined = at;
            }
        }
        census.utf8_characters += length > 1 ? 1 : 0;
        at += std::max<std::size_t>(length, 1);
    }
    return census;
}

std::string from_cp1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const unsigned byte = byte_at(bytes, at);
        const char32_t windows = byte >= 0x80 && byte <= 0x9F ? cp1252[byte - 0x80] : static_cast<char32_t>(byte);
        append_utf8(text, windows == 0 ? 0xFFFD : windows);
    }
    return text;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8_length(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0 | code_point >> 6);
        add(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        add(0xE0 | code_point >> 12);
        add(0x80 | (code_point >> 6 & 0x3F));
        add(0x80 | (code_point & 0x3F));
    } else {
        add(0xF0 | code_point >> 18);
        add(0x80 | (code_point >> 12 & 0x3F));
        add(0x80 | (code_point >> 6 & 0x3F));
        add(0x80 | (code_point & 0x3F));
    }
}

std::optional<EncodingProblem> to_utf8(std::string& bytes, Encoding& encoding) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return EncodingProblem{0, fill({"the file is UTF-16 (it starts with a UTF-16 mark) save it as UTF-8",
                                        "le fichier est en UTF-16 (il commence par une marque UTF-16) enregistrez-le "
                                        "en UTF-8"},
                                       {})};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        encoding.byte_order_mark = true;
        bytes.erase(0, 3);
    }
    const Census census = count_bytes(bytes);
    if (census.first_nul) {
        return EncodingProblem{*census.first_nul, fill({"NUL byte (this is not a text file) export it again as CSV",
                                                        "octet NUL (ce n'est pas un fichier texte) exportez-le de "
                                                        "nouveau en CSV"},
                                                       {})};
    }
    if (census.first_undefined) {
        const std::string byte = hexadecimal(byte_at(bytes, *census.first_undefined));
        return EncodingProblem{
            *census.first_undefined,
            fill({"byte {} (neither UTF-8 nor Latin-1 nor cp1252 text) save the file as UTF-8",
                  "octet {} (ce n'est du texte ni en UTF-8, ni en Latin-1, ni en cp1252) enregistrez le fichier en "
                  "UTF-8"},
                 {byte})};
    }
    if (census.invalid > 0 && census.utf8_characters > census.invalid) {
        const std::string byte = hexadecimal(byte_at(bytes, *census.first_invalid));
        return EncodingProblem{*census.first_invalid,
                               fill({"byte {} in a UTF-8 file (two encodings are mixed, or a character is cut) write "
                                     "this character again and save as UTF-8",
                                     "octet {} dans un fichier UTF-8 (deux encodages sont mêlés, ou un caractère est "
                                     "coupé) réécrivez ce caractère et enregistrez en UTF-8"},
                                    {byte})};
    }
    if (census.invalid > 0) {
        encoding.latin1 = true;
        bytes = from_cp1252(bytes);
    }
    return std::nullopt;
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
    const std::string_view before = bytes.substr(0, at);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace releve
