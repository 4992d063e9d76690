#include "scenarios/survey/workbook/place.hpp"

#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/workbook/workbook.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr std::size_t letters = 26;

}  // namespace

std::optional<CellPlace> parse_place(std::string_view text) {
    std::size_t at = 0;
    std::size_t column = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 3; ++at) {
        column = column * letters + static_cast<std::size_t>(text[at] - 'A') + 1;
    }
    const std::size_t digits_from = at;
    std::size_t row = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at < digits_from + 7; ++at) {
        row = row * 10 + static_cast<std::size_t>(text[at] - '0');
    }
    const bool whole = at == text.size() && digits_from > 0 && at > digits_from;
    if (!whole || row == 0 || row > workbook_limits::grid_rows || column > workbook_limits::grid_columns) {
        return std::nullopt;
    }
    return CellPlace{row - 1, column - 1};
}

std::optional<CellRange> parse_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = parse_place(text.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_place(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    return CellRange{*first, *last};
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / letters) {
        name += static_cast<char>('A' + (left - 1) % letters);
    }
    std::reverse(name.begin(), name.end());
    return name + std::to_string(row + 1);
}

std::string cell_place(const std::string& file, const WorkbookSheet& sheet, std::size_t row, std::size_t column) {
    return file + " " + sheet.name + "!" + cell_name(row, column);
}

}  // namespace releve
