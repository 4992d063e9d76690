#pragma once
#include "engine/base/text.hpp"
#include "scenarios/export/sheet.hpp"
#include "scenarios/tables/told.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace releve::tables {

/// What stands in the place of a figure that statistical secrecy hides, and of one that the file does not have.
inline constexpr std::string_view hidden_mark = "s";
inline constexpr std::string_view missing_mark = ".";

/// What is taken from a file, and how it is told.
struct Source {
    const Dataset& results;
    std::vector<std::size_t> scenarios;   ///< those to tell
    std::vector<std::size_t> references;  ///< of every scenario of the file
    /// By output, which figures are hidden: [scenario][period][cell]. An output that is not there hides nothing.
    std::map<std::string, std::vector<bool>> hidden;
    Language language = Language::en;
    /// Titles of columns in the language and marks in the cells, for people; else short names and blank cells, with the
    /// column `status` to tell why.
    bool for_people = false;
    std::function<void()> before_part = nullptr;  ///< called before the rows of each part; may throw to stop
};

/// The rows of one output and one scenario.
struct Part {
    const Told* told;
    std::size_t scenario;
};

/// One column: its short name, its title and what it holds.
struct ColumnTold {
    std::string key;
    Text title, meaning;
    double width;
    std::string_view type = "string";  ///< or "number", "integer": as a Table Schema names them
};
/// A unit, a kind or a period as the tables of a source write it: in French for people who read French.
std::string worded(const Source& source, std::string_view code);
/// Its heading in the tables of a source.
std::string heading_of(const Source& source, const ColumnTold& column);

/// Columns of a table of these parts, of one period and the same axes. `name_outputs`: a table of several outputs.
std::vector<ColumnTold> data_columns(const Source& source, const std::vector<Part>& parts, bool name_outputs);
/// One row for each scenario, period and cell: mean, spread, difference to the reference.
exports::Sheet data_sheet(const Source& source, std::string name, const std::vector<Part>& parts, bool name_outputs);

/// One row for each scenario, replicate and period of an output that keeps every replicate.
std::vector<ColumnTold> replicate_columns(const Told& told);
exports::Sheet replicate_sheet(const Source& source, const Told& told);

/// Codes along a dimension and their names; the code itself where it has none.
struct Coordinate {
    std::vector<exports::Cell> codes;
    std::vector<std::string> labels;
};
Coordinate coordinate_of(const Dataset& results, const std::string& dimension, Language language);

/// The heading of the column that holds the codes along a dimension.
std::string axis_heading(const Source& source, const std::string& dimension);
/// Codes along a dimension, numbers as their text.
std::vector<std::string> code_texts(const Dataset& results, const std::string& dimension);

/// A text of one language as it is printed.
std::string said(const Text& text, Language language);

}  // namespace releve::tables
