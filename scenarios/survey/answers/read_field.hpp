#pragma once
#include "scenarios/survey/answers/known_lists.hpp"
#include "scenarios/survey/sheets.hpp"
#include "scenarios/survey/workbook/workbook.hpp"

#include <optional>
#include <string>

namespace releve::survey {

/// One cell of the survey, read.
struct Field {
    bool blank = true;
    std::string text;  ///< identifier, text
    int whole = 0;     ///< integer, year, score; months since year 0; position of a code or a word; 1 for yes
};

struct FieldReading {
    Field field;
    std::optional<Text> problem;  ///< what is wrong, why, and how to mend it
    std::optional<Text> assumed;  ///< what was accepted beyond what is asked for
};

/// A cell against the record of its column. Blank cells are for whoever knows the line to judge. `suggest`: look for the
/// nearest code, which is slow.
FieldReading read_field(const SheetColumn& column, const WorkbookCell& cell, const KnownLists& lists, bool suggest);

}  // namespace releve::survey
