#include "engine/base/fill.hpp"
#include "scenarios/report/blocks/block.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

exports::Shape shape_of(Figure figure) {
    return figure == Figure::percent ? exports::Shape::percent
           : figure == Figure::euros ? exports::Shape::euros
                                     : exports::Shape::plain;
}

bool has_ranges(const Block& block, std::size_t column) {
    return std::any_of(block.rows.begin(), block.rows.end(),
                       [&](const auto& row) { return std::holds_alternative<Range>(row[column]); });
}

exports::Cell number_cell(double value) { return std::isfinite(value) ? exports::Cell{value} : exports::Cell{}; }

void add_cells(const BlockCell& cell, bool ranges, Language language, std::vector<exports::Cell>& cells) {
    exports::Cell first, low, high;
    if (const auto* text = std::get_if<Text>(&cell)) {
        first = language == Language::fr ? with_french_spaces(text->fr) : text->en;
    } else if (const auto* value = std::get_if<double>(&cell)) {
        first = number_cell(*value);
    } else if (const auto* range = std::get_if<Range>(&cell)) {
        first = number_cell(range->mean);
        low = number_cell(range->low);
        high = number_cell(range->high);
    } else if (std::holds_alternative<Hidden>(cell)) {
        first = std::string(hidden_mark);
    }
    cells.push_back(std::move(first));
    if (ranges) {
        cells.push_back(std::move(low));
        cells.push_back(std::move(high));
    }
}

}  // namespace

exports::Sheet block_sheet(const Block& block, Language language) {
    exports::Sheet sheet{std::string(block.name.in(language)), {}, {}};
    std::vector<bool> ranges;
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        const BlockColumn& column = block.columns[c];
        const std::string title(column.title.in(language));
        ranges.push_back(has_ranges(block, c));
        sheet.columns.push_back({title, column.width, shape_of(column.figure)});
        if (ranges.back()) {
            for (const Label& end : {Label{"{}, low of 8 in 10", "{}, bas de 8 sur 10"},
                                     Label{"{}, high of 8 in 10", "{}, haut de 8 sur 10"}}) {
                sheet.columns.push_back({fill(end, {title}).in(language), column.width, shape_of(column.figure)});
            }
        }
    }
    for (const auto& row : block.rows) {
        std::vector<exports::Cell> cells;
        for (std::size_t c = 0; c < row.size(); ++c) {
            add_cells(row[c], ranges[c], language, cells);
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

}  // namespace releve::report
