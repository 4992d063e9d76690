#pragma once
#include "engine/base/error.hpp"
#include "scenarios/survey/sheets.hpp"
#include "scenarios/survey/workbook/workbook.hpp"

#include <string>
#include <vector>

namespace releve::survey {

struct FoundSheets {
    std::vector<const WorkbookSheet*> sources;  ///< by record; null: not in the workbook
    Language language = Language::en;           ///< of the names that differ between languages
};

/// The sheets of the survey in a workbook, by name in either language. Sheets of unknown name that hold something, names
/// that stand twice, missing sheets and merged cells are problems.
FoundSheets find_sheets(const Workbook& workbook, const std::string& file, Problems& problems);

/// By column of the record, its place in the sheet or FilledSheet::absent. Empty, and problems, if the titles are not
/// sound: then cells cannot be told apart. Columns that would tell who somebody is are refused, with why.
std::vector<std::size_t> find_columns(const SheetRecord& record, const WorkbookSheet& sheet, const std::string& file,
                                      Problems& problems);

}  // namespace releve::survey
