#pragma once
#include "engine/base/month.hpp"
#include "engine/base/text.hpp"

#include <cstddef>
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

struct Sheet {
    std::string name;  ///< at most 31 characters, none of []:*?/ and backslash
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

enum class CsvStyle {
    standard,     ///< RFC 4180, UTF-8, decimal point
    excel_french  ///< as a French Excel opens it: byte-order mark, semicolons, decimal comma, no text taken for a formula
};

/// The title line, then one line for each row, ended by CR LF. Months are written 2013-09.
std::string to_csv(const Sheet& sheet, CsvStyle style);

/// A workbook (.xlsx), the same bytes for the same sheets: title row in bold and kept in view, texts wrapped, never a
/// formula. IoError if it cannot be made.
std::vector<std::byte> to_xlsx(const std::vector<Sheet>& sheets, std::string_view title);

}  // namespace releve::exports
