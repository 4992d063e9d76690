#pragma once
#include "engine/base/text.hpp"
#include "scenarios/survey/workbook/sheet.hpp"

#include <optional>
#include <string>

namespace releve {

/// A cell as a sheet writes it.
struct RawCell {
    std::string type;   ///< "n", "s", "str", "inlineStr", "b", "e", "d"
    std::string style;  ///< place in the styles; "" for none
    std::string value;
    std::string inline_text;
    bool has_formula = false;
    std::string formula;
};

/// What it holds; why it holds nothing that can be read.
struct CellReading {
    WorkbookCell cell;
    std::optional<Text> refused;
};
CellReading read_workbook_cell(const RawCell& raw, const SheetContext& context);

}  // namespace releve
