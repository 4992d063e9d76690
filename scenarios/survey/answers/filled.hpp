#pragma once
#include "scenarios/survey/answers/read_field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace releve::survey {

/// One line that somebody filled in.
struct FilledLine {
    std::size_t row = 0;        ///< of the workbook, from 0
    bool answered = true;       ///< false: only what the template gives is there (an axis without its score)
    bool sound = true;          ///< no problem in any of its cells
    std::vector<Field> fields;  ///< by column of the record
};

/// A sheet of the survey as found in a workbook; without a source when the workbook lacks it.
struct FilledSheet {
    const SheetRecord* record = nullptr;
    const WorkbookSheet* source = nullptr;
    std::vector<std::size_t> columns;  ///< by column of the record: its place in the sheet, or `absent`
    std::vector<FilledLine> lines;
    bool sound = true;  ///< no problem in its titles or cells

    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    const Field& field(const FilledLine& line, std::string_view key) const;
};

/// What was accepted beyond what is asked for, once for each column and reason.
struct Assumption {
    std::string where;  ///< first cell
    Text what;
    std::size_t cells = 0;
};

/// The sheets of a workbook, read against their records. The workbook must outlive it.
struct Filled {
    std::string file;
    Language language = Language::en;  ///< of its titles, hence of its free texts
    std::vector<FilledSheet> sheets;   ///< in the order of survey_sheets()
    std::vector<Assumption> assumed;

    const FilledSheet& sheet(std::string_view key) const;
    /// "survey.xlsx Audit!C7"
    std::string where(const FilledSheet& sheet, const FilledLine& line, std::string_view key) const;
};

/// Finds sheets and columns by their names in either language, reads every cell, and adds every problem.
Filled read_filled(const Workbook& workbook, const std::string& file, const KnownLists& lists, Problems& problems);

}  // namespace releve::survey
