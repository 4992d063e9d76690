#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "engine/inputs/formats/toml_scalar.hpp"

namespace releve {

namespace {

bool is_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\t') || code == 0x7F;
}

int hexadecimal_digit(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/// The code point of \uXXXX or \UXXXXXXXX; the cursor stands on the first digit.
void parse_code_point(TomlCursor& cursor, std::size_t digits, std::string& text) {
    char32_t code = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const int digit = hexadecimal_digit(cursor.peek(i));
        if (digit < 0) {
            code = 0x110000;
            break;
        }
        code = code * 16 + static_cast<char32_t>(digit);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        cursor.fail(fill({"bad character number after \\u or \\U (4 or 8 hexadecimal digits of a Unicode character)",
                          "mauvais numéro de caractère après \\u ou \\U (4 ou 8 chiffres hexadécimaux d'un caractère "
                          "Unicode)"},
                         {}));
        return;
    }
    append_utf8(text, code);
    cursor.advance(digits);
}

/// A backslash at the end of a line swallows all white space up to the next text.
bool skip_line_continuation(TomlCursor& cursor) {
    std::size_t ahead = 0;
    while (cursor.peek(ahead) == ' ' || cursor.peek(ahead) == '\t') {
        ++ahead;
    }
    if (cursor.peek(ahead) != '\n') {
        return false;
    }
    while (cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.peek() == '\n') {
        cursor.advance();
    }
    return true;
}

/// The cursor stands behind the backslash.
void parse_escape(TomlCursor& cursor, bool multi_line, std::string& text) {
    constexpr std::string_view letters = "btnfr\"\\";
    constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
    if (multi_line && skip_line_continuation(cursor)) {
        return;
    }
    const char letter = cursor.peek();
    const std::size_t known = letter == '\0' ? std::string_view::npos : letters.find(letter);
    if (known != std::string_view::npos) {
        text += meanings[known];
        cursor.advance();
    } else if (letter == 'u' || letter == 'U') {
        cursor.advance();
        parse_code_point(cursor, letter == 'u' ? 4 : 8, text);
    } else {
        cursor.fail(
            fill({"unknown escape after \\ (known: \\b \\t \\n \\f \\r \\\" \\\\ \\u \\U) double the backslash, "
                  "or use single quotes",
                  "échappement inconnu après \\ (connus\u00a0: \\b \\t \\n \\f \\r \\\" \\\\ \\u \\U) doublez "
                  "la barre oblique inverse, ou employez des guillemets simples"},
                 {}));
    }
}

/// In three-quote texts, one or two quotes may stand just before the closing three.
bool closes_multi_line(TomlCursor& cursor, char quote, std::string& text) {
    std::size_t quotes = 0;
    while (quotes < 5 && cursor.peek(quotes) == quote) {
        ++quotes;
    }
    if (quotes < 3) {
        return false;
    }
    text.append(quotes - 3, quote);
    cursor.advance(quotes);
    return true;
}

}  // namespace

std::string parse_toml_text(TomlCursor& cursor, bool multi_line) {
    const char quote = cursor.peek();
    const int line = cursor.line();
    const int column = cursor.column();
    const bool three = multi_line && cursor.peek(1) == quote && cursor.peek(2) == quote;
    cursor.advance(three ? 3 : 1);
    if (three && cursor.peek() == '\n') {
        cursor.advance();
    }
    std::string text;
    while (!cursor.at_end() && (three || cursor.peek() != '\n')) {
        const char byte = cursor.peek();
        if (byte == quote && (!three || closes_multi_line(cursor, quote, text))) {
            cursor.advance(three ? 0 : 1);
            return text;
        }
        if (byte == '\\' && quote == '"') {
            cursor.advance();
            parse_escape(cursor, three, text);
        } else if (is_control(byte) && byte != '\n') {
            cursor.fail(
                fill({"control character in a text (only tab may stand as it is) write it as \\u and four digits",
                      "caractère de contrôle dans un texte (seule la tabulation y est admise) écrivez-le \\u et "
                      "quatre chiffres"},
                     {}));
        } else {
            text += byte;
            cursor.advance();
        }
    }
    cursor.fail_at(line, column,
                   fill({"unclosed text (the quote opened here is never closed) close it",
                         "texte non fermé (le guillemet ouvert ici n'est jamais fermé) fermez-le"},
                        {}));
    return text;
}

std::string toml_quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string quoted = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') {
            quoted += '\\';
            quoted += byte;
        } else if (is_control(byte)) {
            const auto code = static_cast<unsigned char>(byte);
            quoted += "\\u00";
            quoted += digits[code >> 4];
            quoted += digits[code & 15u];
        } else {
            quoted += byte;
        }
    }
    return quoted + "\"";
}

}  // namespace releve
