#pragma once
#include "scenarios/survey/workbook/book.hpp"
#include "scenarios/survey/workbook/workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace releve {

/// What the cells of every sheet lean on.
struct SheetContext {
    const std::vector<std::string>& shared_texts;
    const std::vector<bool>& date_styles;
    bool dates_from_1904 = false;
    std::size_t cells_left = 0;       ///< that the workbook may still hold
    std::size_t text_bytes_left = 0;  ///< likewise
};

/// The cells of one sheet. Nothing, and every problem of its cells, if there is any.
std::optional<WorkbookSheet> read_sheet(WorkbookPackage& package, const SheetPart& tab, SheetContext& context,
                                        Problems& problems);

}  // namespace releve
