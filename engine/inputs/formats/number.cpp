#include "engine/inputs/formats/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace releve {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool three_digits(std::string_view group) {
    return group.size() == 3 && is_digit(group[0]) && is_digit(group[1]) && is_digit(group[2]);
}

/// Bytes of the space between thousands that text starts with (plain, no-break, narrow no-break, thin); 0 if none.
std::size_t spaced_by(std::string_view text) {
    for (const std::string_view space : {" ", "\u00a0", "\u202f", "\u2009"}) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    return 0;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    const bool plain = !text.empty() && text.find_first_not_of("0123456789.-+eE") == std::string_view::npos;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!plain || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string to_text(double number) {
    std::array<char, 32> digits{};
    if (std::trunc(number) == number && std::abs(number) < 1e15) {
        return std::to_string(static_cast<long long>(number));
    }
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} ? std::string(digits.data(), end) : std::string("?");
}

std::optional<double> parse_cell_number(std::string_view text, WrittenAs& as) {
    std::string plain;
    std::size_t since_space = 0;
    bool spaced = false;
    bool comma = false;
    while (!text.empty()) {
        const std::size_t space = spaced_by(text);
        if (space == 0) {
            comma = comma || text[0] == ',';
            plain += text[0] == ',' ? '.' : text[0];
            ++since_space;
            text.remove_prefix(1);
            continue;
        }
        // "1 234 567,5": one to three digits, then groups of three; anything else is not one number.
        const std::string_view group = text.substr(space, 3);
        const std::size_t before = spaced ? since_space : since_space - (plain.starts_with('-') ? 1u : 0u);
        if (before == 0 || before > 3 || (spaced && before != 3) || comma || !three_digits(group) ||
            (text.size() > space + 3 && is_digit(text[space + 3]))) {
            return std::nullopt;
        }
        spaced = true;
        since_space = 0;
        text.remove_prefix(space);
    }
    const auto value = plain.find('.') == plain.rfind('.') ? parse_number(plain) : std::nullopt;
    if (value) {
        as.spaces = as.spaces || spaced;
        as.comma = as.comma || comma;
    }
    return value;
}

}  // namespace releve
