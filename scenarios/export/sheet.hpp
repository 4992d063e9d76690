#pragma once
#include "engine/base/month.hpp"
#include "engine/base/text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Tables for other programs: told once, written as CSV or as a workbook. All texts are already in one language.
namespace releve::exports {

/// Nothing, a text, a number or a month.
using Cell = std::variant<std::monostate, std::string, double, Month>;

/// How the numbers of a column are shown where the format can tell; CSV gives them as they are.
enum class Shape { plain, euros, percent };

struct Column {
    std::string title;
    double width = 12;  ///< [characters] in a workbook
    Shape shape = Shape::plain;
};

using Row = std::vector<Cell>;
using PutRow = std::function<void(const Row&)>;

struct Sheet {
    std::string name;  ///< at most 31 characters, none of []:*?/ and backslash
    std::vector<Column> columns;
    std::vector<Row> rows;
    /// Very many rows, after `rows`: told one after the other, never all at once. In a workbook their texts are not
    /// wrapped, and the title row filters them.
    std::function<void(const PutRow&)> stream = nullptr;
};

/// Rows that a sheet of a workbook may have, its title row among them.
inline constexpr std::size_t most_sheet_rows = 1'048'576;

void for_each_row(const Sheet& sheet, const PutRow& put);

enum class CsvStyle {
    standard,     ///< RFC 4180, UTF-8, decimal point
    excel_french  ///< as a French Excel opens it: byte-order mark, semicolons, decimal comma
};

/// The title line, then one line for each row, ended by CR LF. Months are written 2013-09. A text that a spreadsheet would
/// compute (= + - @ tab or return at its beginning) gets an apostrophe before it; numbers keep their sign.
std::string to_csv(const Sheet& sheet, CsvStyle style);

/// A workbook (.xlsx), the same bytes for the same sheets: title row in bold and kept in view, texts wrapped, never a
/// formula. IoError if it cannot be made. ModelError for more rows than a sheet may have.
std::vector<std::byte> to_xlsx(const std::vector<Sheet>& sheets, std::string_view title);

}  // namespace releve::exports
