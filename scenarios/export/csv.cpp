#include "engine/inputs/formats/number.hpp"
#include "scenarios/export/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace releve::exports {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string quoted(const std::string& text, char separator) {
    const bool plain = text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos &&
                       (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) {
        return text;
    }
    std::string between = "\"";
    for (const char byte : text) {
        between += byte == '"' ? "\"\"" : std::string(1, byte);
    }
    return between + "\"";
}

/// A spreadsheet would compute a text that begins like this.
bool looks_like_formula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string number_text(double value, bool comma) {
    std::string text = std::isfinite(value) ? to_text(value) : "";
    if (comma) {
        std::replace(text.begin(), text.end(), '.', ',');
    }
    return text;
}

std::string text_of(const Cell& cell, CsvStyle style) {
    const bool french = style == CsvStyle::excel_french;
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return looks_like_formula(*text) ? "'" + *text : *text;
    }
    if (const auto* number = std::get_if<double>(&cell)) {
        return number_text(*number, french);
    }
    const auto* month = std::get_if<Month>(&cell);
    return month == nullptr ? "" : to_string(*month);
}

}  // namespace

void for_each_row(const Sheet& sheet, const PutRow& put) {
    std::for_each(sheet.rows.begin(), sheet.rows.end(), put);
    if (sheet.stream) {
        sheet.stream(put);
    }
}

std::string to_csv(const Sheet& sheet, CsvStyle style) {
    const char separator = style == CsvStyle::excel_french ? ';' : ',';
    std::string all(style == CsvStyle::excel_french ? byte_order_mark : std::string_view());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        all += (i == 0 ? "" : std::string(1, separator)) + quoted(sheet.columns[i].title, separator);
    }
    all += "\r\n";
    for_each_row(sheet, [&](const Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            all += (i == 0 ? "" : std::string(1, separator)) + quoted(text_of(row[i], style), separator);
        }
        all += "\r\n";
    });
    return all;
}

}  // namespace releve::exports
