#pragma once
#include "engine/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace releve {

enum class CellKind : std::uint8_t { blank, text, number, date, boolean, formula, error };

/// What a cell of a workbook holds. Nothing is guessed from texts: "12" written as text stays a text.
struct WorkbookCell {
    CellKind kind = CellKind::blank;
    /// text: as written, runs joined. number: as the file writes it. date: "2014-03-01", "2014-03-01 08:30" or, within
    /// the first day, "08:30". boolean: "TRUE" or "FALSE". formula: "=A1+1". error: "#N/A".
    std::string text;
    /// number; days since the calendar's origin for a date (in the calendar of 1900, whatever the file's); 1 or 0 for a
    /// boolean. Not read for a formula: the value kept beside it may be out of date.
    double number = 0;
};

/// Rows and cells at their place: rows[6][1] is B7. Rows left out of the file are there, empty; a row ends at its last
/// cell that is not blank, and the sheet at its last row that is not empty.
struct WorkbookSheet {
    std::string name;
    bool hidden = false;
    std::vector<std::vector<WorkbookCell>> rows;
    std::vector<std::string> merged;  ///< "B2:C4"
};

struct Workbook {
    std::vector<WorkbookSheet> sheets;  ///< in the order of the tabs; charts alone on a sheet are left out
};

/// Reads a workbook .xlsx (ECMA-376, transitional or strict), of whatever program wrote it. Nothing, and a problem that
/// says how to mend it, for anything else. `file` is the name shown in messages. Its limits are in survey/package/limits.hpp.
std::optional<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& file, Problems& problems);

/// "B7" for row 6 and column 1.
std::string cell_name(std::size_t row, std::size_t column);

/// "survey.xlsx Audit!B7": where a problem is.
std::string cell_place(const std::string& file, const WorkbookSheet& sheet, std::size_t row, std::size_t column);

}  // namespace releve
