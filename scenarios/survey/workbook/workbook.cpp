#include "scenarios/survey/workbook/workbook.hpp"

#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/workbook/shared_texts.hpp"
#include "scenarios/survey/workbook/sheet.hpp"
#include "scenarios/survey/workbook/styles.hpp"

namespace releve {

std::optional<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& file, Problems& problems) {
    auto package = WorkbookPackage::open(bytes, file, problems);
    if (!package) {
        return std::nullopt;
    }
    const auto book = read_book(*package, problems);
    if (!book) {
        return std::nullopt;
    }
    const auto shared_texts = read_shared_texts(*package, book->shared_texts, problems);
    const auto date_styles = read_date_styles(*package, book->styles, problems);
    if (!shared_texts || !date_styles) {
        return std::nullopt;
    }
    SheetContext context{*shared_texts, *date_styles, book->dates_from_1904, workbook_limits::most_cells,
                         workbook_limits::most_total_text_bytes};
    Workbook workbook;
    for (const SheetPart& tab : book->sheets) {
        if (auto sheet = read_sheet(*package, tab, context, problems)) {
            workbook.sheets.push_back(std::move(*sheet));
        }
    }
    return workbook.sheets.size() == book->sheets.size() ? std::optional(std::move(workbook)) : std::nullopt;
}

}  // namespace releve
