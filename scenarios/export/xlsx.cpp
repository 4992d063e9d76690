#include "engine/base/error.hpp"
#include "scenarios/export/scratch_file.hpp"
#include "scenarios/export/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <xlsxwriter.h>

namespace releve::exports {

namespace {

void must(lxw_error error) {
    if (error != LXW_NO_ERROR) {
        fail_workbook(lxw_strerror(error));
    }
}

/// How cells of each shape look.
struct Looks {
    lxw_format* title;
    lxw_format* text;
    lxw_format* euros;
    lxw_format* percent;
    lxw_format* plain;
    bool wraps = true;

    explicit Looks(lxw_workbook* book)
        : title(look(book, "@")),
          text(look(book, "@")),
          euros(look(book, "#,##0\u00a0\"\u20ac\"")),
          percent(look(book, "0.0%")),
          plain(look(book, "General")) {
        format_set_bold(title);
        format_set_bottom(title, LXW_BORDER_THIN);
    }
    lxw_format* of(Shape shape) const {
        return shape == Shape::euros ? euros : shape == Shape::percent ? percent : plain;
    }

private:
    static lxw_format* look(lxw_workbook* book, const char* numbers) {
        lxw_format* format = workbook_add_format(book);
        format_set_num_format(format, numbers);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(format);
        return format;
    }
};

void write_cell(lxw_worksheet* page, std::size_t row, std::size_t column, const Cell& cell, Shape shape,
                const Looks& looks) {
    const auto y = static_cast<lxw_row_t>(row);
    const auto x = static_cast<lxw_col_t>(column);
    if (const auto* text = std::get_if<std::string>(&cell)) {
        must(worksheet_write_string(page, y, x, text->c_str(), looks.wraps ? looks.text : nullptr));
    } else if (const auto* month = std::get_if<Month>(&cell)) {
        must(worksheet_write_string(page, y, x, to_string(*month).c_str(), looks.text));
    } else if (const auto* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
        must(worksheet_write_number(page, y, x, *number, looks.wraps ? looks.of(shape) : nullptr));
    }
}

/// [lines] that the wrapped texts of a row take.
std::size_t lines_of(const Sheet& sheet, const Row& row) {
    std::size_t most = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto* text = std::get_if<std::string>(&row[i]);
        const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };  // UTF-8
        const auto characters = text == nullptr ? 0 : std::count_if(text->begin(), text->end(), begins);
        most = std::max(most, static_cast<std::size_t>(
                                  std::ceil(static_cast<double>(characters) / (1.1 * sheet.columns.at(i).width))));
    }
    return most;
}

/// `tells_heights`: of a book written row by row, whose texts some programs do not measure themselves.
void write_sheet(lxw_workbook* book, const Sheet& sheet, const Looks& looks, bool tells_heights) {
    lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
    if (page == nullptr) {
        fail_workbook(sheet.name);
    }
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto x = static_cast<lxw_col_t>(i);
        must(worksheet_set_column(page, x, x, sheet.columns[i].width, nullptr));
        must(worksheet_write_string(page, 0, x, sheet.columns[i].title.c_str(), looks.title));
    }
    Looks of_sheet = looks;
    of_sheet.wraps = !sheet.stream;
    std::size_t y = 0;
    for_each_row(sheet, [&](const Row& row) {
        if (++y == most_sheet_rows) {
            throw ModelError("workbook: too many rows in the sheet " + sheet.name);
        }
        if (tells_heights && of_sheet.wraps) {
            must(worksheet_set_row(page, static_cast<lxw_row_t>(y),
                                   LXW_DEF_ROW_HEIGHT * static_cast<double>(lines_of(sheet, row)), nullptr));
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            write_cell(page, y, i, row[i], sheet.columns.at(i).shape, of_sheet);
        }
    });
    if (sheet.stream && y > 0 && !sheet.columns.empty()) {
        must(worksheet_autofilter(page, 0, 0, static_cast<lxw_row_t>(y),
                                  static_cast<lxw_col_t>(sheet.columns.size() - 1)));
    }
    worksheet_freeze_panes(page, 1, 0);
    worksheet_set_landscape(page);
    worksheet_set_paper(page, 9);  // A4
    worksheet_fit_to_pages(page, 1, 0);
    worksheet_repeat_rows(page, 0, 0);
}

}  // namespace

std::vector<std::byte> to_xlsx(const std::vector<Sheet>& sheets, std::string_view title) {
    const ScratchFile file;
    lxw_workbook_options options{};
    options.constant_memory =
        std::any_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.stream != nullptr; }) ? 1 : 0;
    lxw_workbook* book = workbook_new_opt(file.name().c_str(), &options);
    if (book == nullptr) {
        fail_workbook(file.name());
    }
    try {
        std::string written_title(title);
        lxw_doc_properties properties{};
        properties.title = written_title.data();
        properties.created = 946'684'800;  // 2000-01-01: a date of today would change the bytes
        workbook_set_properties(book, &properties);
        const Looks looks(book);
        for (const Sheet& sheet : sheets) {
            write_sheet(book, sheet, looks, options.constant_memory != 0);
        }
    } catch (...) {
        lxw_workbook_free(book);
        throw;
    }
    must(workbook_close(book));
    return file.bytes();
}

}  // namespace releve::exports
