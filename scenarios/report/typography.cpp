#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace releve::report {

namespace {

constexpr std::size_t least_elastic = 20;
constexpr std::string_view dash = "\u2013";
constexpr std::string_view minus = "\u2212";
constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view narrow_space = "\u202f";

/// Digits of a number without its sign, thousands set apart.
std::string digits_of(double value, int decimals, Language language) {
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t whole = std::min(plain.find('.'), plain.size());
    std::string text;
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) {
            text += language == Language::fr ? narrow_space : ",";
        }
        text += plain[i];
    }
    if (whole < plain.size()) {
        text += language == Language::fr ? "," : ".";
        text += plain.substr(whole + 1);
    }
    return text;
}

bool rounds_to_zero(double value, int decimals) {
    return fmt::format("{:.{}f}", std::abs(value), decimals).find_first_not_of("0.") == std::string::npos;
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

}  // namespace

std::string number(double value, int decimals, Language language) {
    if (!std::isfinite(value)) {
        return std::string(dash);
    }
    const bool negative = value < 0 && !rounds_to_zero(value, decimals);
    return (negative ? std::string(minus) : std::string()) + digits_of(value, decimals, language);
}

std::string signed_number(double value, int decimals, Language language) {
    if (std::isfinite(value) && rounds_to_zero(value, decimals)) {
        return "0";
    }
    return (value > 0 && std::isfinite(value) ? "+" : "") + number(value, decimals, language);
}

std::string percent(double share, int decimals, Language language) {
    const std::string text = number(100 * share, decimals, language);
    return std::isfinite(share) ? text + (language == Language::fr ? std::string(no_break_space) + "%" : "%") : text;
}

std::string target(double share, Language language) {
    const auto is_whole = [&](double scale) { return std::abs(scale * share - std::round(scale * share)) < 1e-6; };
    const int decimals = is_whole(100) ? 0 : is_whole(1000) ? 1 : 2;
    return (share > 0 ? "+" : "") + percent(share, decimals, language);
}

Text counted(std::size_t count, Label one) {
    const auto in = [&](Language language, bool plural) {
        return number(static_cast<double>(count), 0, language) + " " + std::string(one.in(language)) +
               (plural ? "s" : "");
    };
    return {in(Language::en, count != 1), in(Language::fr, count > 1)};
}

std::string interval(double low, double high, int decimals, Language language) {
    const std::string between = language == Language::fr
                                    ? std::string(no_break_space) + ";" + std::string(no_break_space)
                                    : "," + std::string(no_break_space);
    return "[" + number(low, decimals, language) + between + number(high, decimals, language) + "]";
}

std::string plus_minus(double mean, double half, int decimals, Language language) {
    const std::string sign = std::string(no_break_space) + "\u00b1" + std::string(no_break_space);
    return signed_number(mean, decimals, language) + sign + number(half, decimals, language);
}

std::string shortened(std::string_view text, std::size_t most) {
    std::string kept;
    std::size_t width = 0;
    for (const char byte : text) {
        width += starts_character(byte) ? 1 : 0;
        if (width > most) {
            const std::size_t word = byte == ' ' ? kept.size() : kept.rfind(' ');
            const bool between = word != std::string::npos && width_of(kept.substr(0, word)) * 3 >= most * 2;
            kept.resize(between ? word : kept.size());
            return kept.substr(0, kept.find_last_not_of(" ,") + 1) + "\u2026";
        }
        kept += byte;
    }
    return kept;
}

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string with_french_spaces(std::string_view text) {
    constexpr std::string_view opening = "\u00ab";
    constexpr std::string_view closing = "\u00bb";
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view next = text.substr(i + 1);
        const bool at_end = next.size() == 1 || (next.size() > 1 && (next[1] == ' ' || next[1] == '\n'));
        const bool before_sign =
            !next.empty() && std::string_view(":;?!%").find(next.front()) != std::string_view::npos && at_end;
        const bool inside_quotes = next.starts_with(closing) || spaced.ends_with(opening);
        if (text[i] == ' ' && (before_sign || inside_quotes)) {
            spaced += no_break_space;
        } else {
            spaced += text[i];
        }
    }
    return spaced;
}

std::string wrapped(std::string_view written, std::size_t width, std::string_view indent) {
    const std::string spaced = with_french_spaces(written);
    std::string_view text = spaced;
    std::string lines;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t wide = width_of(word);
        if (used > 0 && used + 1 + wide > width) {
            lines += "\n";
            used = 0;
        }
        lines += used == 0 ? std::string(indent) : " ";
        used += (used == 0 ? width_of(indent) : 1) + wide;
        lines += word;
    }
    return lines + "\n";
}

std::string heading(std::string_view title) {
    std::string line;
    for (std::size_t i = 0; i < width_of(title); ++i) {
        line += "\u2550";
    }
    return "\n" + std::string(title) + "\n" + line + "\n";
}

void TextTable::widen(std::size_t column, std::size_t width) {
    least_.resize(std::max(least_.size(), column + 1), 0);
    least_[column] = width;
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths = least_;
    widths.resize(titles_.size(), 0);
    const auto fit = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) {
            widths[i] = std::max(widths[i], width_of(cells[i]));
        }
    };
    fit(titles_);
    std::for_each(rows_.begin(), rows_.end(), fit);
    return widths;
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool wide = elastic_ == i && width_of(cells[i]) > widths[i];
        const std::string cell = wide ? shortened(cells[i], widths[i] - 1) : cells[i];
        const std::string gap(widths[i] - std::min(widths[i], width_of(cell)), ' ');
        const bool left = std::find(left_.begin(), left_.end(), i) != left_.end();
        text += (i == 0 ? "" : "  ") + (left ? cell + gap : gap + cell);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string TextTable::text() const {
    std::vector<std::size_t> columns = widths();
    std::size_t all = std::accumulate(columns.begin(), columns.end(), 2 * (columns.size() - 1));
    if (elastic_ && all > table_width) {
        const std::size_t fewer =
            std::min(all - table_width, columns[*elastic_] - std::min(columns[*elastic_], least_elastic));
        columns[*elastic_] -= fewer;
        all -= fewer;
    }
    std::string rule;
    for (std::size_t i = 0; i < all; ++i) {
        rule += "\u2500";
    }
    std::string text = line(titles_, columns) + rule + "\n";
    for (const std::vector<std::string>& row : rows_) {
        text += line(row, columns);
    }
    return text;
}

}  // namespace releve::report
