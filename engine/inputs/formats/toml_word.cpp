#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/formats/toml_scalar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace releve {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_hexadecimal(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// Takes `digits` digits off the front as a number; -1 if they are not there.
int take_digits(std::string_view& text, std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (i >= text.size() || !is_digit(text[i])) {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char byte) {
    if (text.empty() || text.front() != byte) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

bool take_day(std::string_view& text) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = take_digits(text, 4);
    if (year < 0 || !take(text, '-')) {
        return false;
    }
    const int month = take_digits(text, 2);
    if (month < 1 || month > 12 || !take(text, '-')) {
        return false;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int day = take_digits(text, 2);
    return day >= 1 && day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool take_hour_minute(std::string_view& text) {
    const int hour = take_digits(text, 2);
    if (hour < 0 || hour > 23 || !take(text, ':')) {
        return false;
    }
    const int minute = take_digits(text, 2);
    return minute >= 0 && minute <= 59;
}

bool take_time(std::string_view& text) {
    if (!take_hour_minute(text) || !take(text, ':')) {
        return false;
    }
    const int second = take_digits(text, 2);
    if (second < 0 || second > 59) {
        return false;
    }
    if (take(text, '.')) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(digits);
        return digits > 0;
    }
    return true;
}

/// A date, a time, or both with or without an offset from UTC.
bool is_date(std::string_view text) {
    if (text.size() > 2 && text[2] == ':') {
        return take_time(text) && text.empty();
    }
    if (!take_day(text)) {
        return false;
    }
    if (text.empty()) {
        return true;
    }
    if (!(take(text, 'T') || take(text, 't') || take(text, ' ')) || !take_time(text)) {
        return false;
    }
    if (take(text, 'Z') || take(text, 'z') || text.empty()) {
        return text.empty();
    }
    return (take(text, '+') || take(text, '-')) && take_hour_minute(text) && text.empty();
}

/// Drops underscores that stand between two digits; false if one stands elsewhere.
bool drop_underscores(std::string_view word, std::string& plain) {
    const auto between = word.starts_with("0x") ? is_hexadecimal : is_digit;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '_') {
            plain += word[i];
        } else if (i == 0 || i + 1 == word.size() || !between(word[i - 1]) || !between(word[i + 1])) {
            return false;
        }
    }
    return true;
}

bool read_integer(std::string_view digits, int base, TomlValue& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value.integer, base);
    value.kind = TomlKind::integer;
    value.number = static_cast<double>(value.integer);
    return error == std::errc{} && end == digits.data() + digits.size();
}

/// Digits of a decimal number, without sign: no leading zero, and digits around a point and after an exponent.
bool is_decimal(std::string_view text, bool& whole) {
    const auto digits = [&] {
        const std::size_t found = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(found);
        return found;
    };
    const bool zero_first = text.starts_with('0');
    const std::size_t before = digits();
    if (before == 0 || (zero_first && before > 1)) {
        return false;
    }
    whole = text.empty();
    if (take(text, '.') && digits() == 0) {
        return false;
    }
    if (take(text, 'e') || take(text, 'E')) {
        if (!take(text, '+')) {
            take(text, '-');
        }
        return digits() > 0 && text.empty();
    }
    return text.empty();
}

bool read_number(std::string_view word, TomlValue& value) {
    std::string plain;
    if (!drop_underscores(word, plain)) {
        return false;
    }
    for (const auto& [prefix, base] : {std::pair{"0x", 16}, std::pair{"0o", 8}, std::pair{"0b", 2}}) {
        if (plain.starts_with(prefix)) {
            const std::string_view digits = std::string_view(plain).substr(2);
            return !digits.starts_with('-') && word[2] != '_' && read_integer(digits, base, value);
        }
    }
    if (plain.starts_with('+')) {
        plain.erase(0, 1);
        if (plain.starts_with('-')) {
            return false;
        }
    }
    const std::string_view unsigned_part = std::string_view(plain).substr(plain.starts_with('-') ? 1 : 0);
    bool whole = false;
    if (unsigned_part == "inf" || unsigned_part == "nan" || !is_decimal(unsigned_part, whole)) {
        return false;
    }
    if (whole) {
        return read_integer(plain, 10, value);
    }
    const auto number = parse_number(plain);
    value.kind = TomlKind::number;
    value.number = number.value_or(0);
    return number.has_value();
}

std::string_view take_word(const TomlCursor& cursor) {
    const std::string_view rest = cursor.rest();
    const auto length = [&](std::size_t from) {
        return std::min(rest.find_first_of(" \t\n,]}#=[{\"'", from), rest.size());
    };
    std::size_t end = length(0);
    // "1979-05-27 07:32:00" is one value although a space stands in it.
    if (end == 10 && rest.size() > 13 && rest[4] == '-' && rest[10] == ' ' && is_digit(rest[11]) && rest[13] == ':') {
        end = length(11);
    }
    return rest.substr(0, end);
}

}  // namespace

void parse_toml_word(TomlCursor& cursor, TomlValue& value) {
    const std::string_view word = take_word(cursor);
    if (word == "true" || word == "false") {
        value.kind = TomlKind::boolean;
        value.boolean = word == "true";
    } else if (is_date(word)) {
        value.kind = TomlKind::date;
        value.text = std::string(word);
    } else if (!read_number(word, value)) {
        cursor.fail(
            fill({"\"{}\" is no value (a number is written 12 or 0.5; everything else, months too, goes "
                  "between quotes)",
                  "«\u00a0{}\u00a0» n'est pas une valeur (un nombre s'écrit 12 ou 0.5\u00a0; tout le reste, les "
                  "mois aussi, va entre guillemets)"},
                 {shown(word)}));
        return;
    }
    cursor.advance(word.size());
}

bool is_bare_key_byte(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-';
}

}  // namespace releve
