#pragma once
#include "engine/base/text.hpp"
#include "scenarios/export/sheet.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Tables told once, in both languages, and shown as text for a terminal, as sheets of a workbook or CSV, or as JSON.
namespace releve::report {

/// What stands in the place of a figure that statistical secrecy hides.
struct Hidden {};
inline constexpr std::string_view hidden_mark = "s";

/// A figure that differs from one simulated future to the other: its mean, and between what 8 in 10 lie.
struct Range {
    double mean = 0, low = 0, high = 0;
};

using BlockCell = std::variant<std::monostate, Text, double, Range, Hidden>;

/// How figures of a column are shown. `bar`: a number with a bar of its length.
enum class Figure : std::uint8_t { number, percent, signed_number, euros, bar };

struct BlockColumn {
    std::string_view key;  ///< in JSON
    Label title;           ///< short: columns of a terminal are narrow
    Figure figure = Figure::number;
    int decimals = 0;
    double width = 12;        ///< [characters] in a workbook
    bool sheet_only = false;  ///< left out of the text, where there is no room
    std::size_t wrap = 0;     ///< [characters] from which a text goes on on the next line; 0: never
    bool mean_only = false;   ///< in the text, ranges show their mean alone
};

inline constexpr std::size_t all_rows = static_cast<std::size_t>(-1);

struct Block {
    std::string_view key;  ///< in JSON, for --table, and the name of the CSV
    Label name;            ///< of the sheet: 31 characters at most
    Text title;
    std::vector<Text> before;  ///< paragraphs
    std::vector<BlockColumn> columns;
    std::vector<std::vector<BlockCell>> rows;
    std::vector<Text> after;
    std::size_t rows_in_text = all_rows;  ///< the first ones only, among other blocks
    bool confidential = false;            ///< tells of single establishments
};

/// Title, paragraphs and table, at most 100 columns wide. `whole`: all rows.
std::string block_text(const Block& block, Language language, bool whole);

/// One sheet: ranges take three columns. What is hidden is the text `s`.
exports::Sheet block_sheet(const Block& block, Language language);

/// One figure as text; empty for nothing.
std::string figure_text(const BlockCell& cell, const BlockColumn& column, Language language);

/// The same text in both languages.
Text both(std::string text);
Text text_of(Label label);

}  // namespace releve::report
