#include "scenarios/survey/template/writer.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <xlsxwriter.h>

namespace releve::survey {

namespace {

constexpr lxw_color_t ink = 0x1F4E5F, on_ink = 0xFFFFFF, pale_ink = 0xDCE6EA, paper = 0xFFF8E1, grey = 0xF2F2F2;
constexpr lxw_color_t line = 0xBFBFBF;

/// What a look is made of.
struct Dress {
    bool bold = false;
    double size = 11;
    lxw_color_t text = 0x000000;
    lxw_color_t fill = 0;  ///< 0: none
    bool framed = false;
    const char* numbers = "@";
    bool wrapped = true;
};

/// In the order of Look.
constexpr std::array<Dress, 14> dresses{{
    {.bold = true, .size = 16, .text = ink, .wrapped = false},
    {.bold = true, .size = 12, .text = on_ink, .fill = ink, .wrapped = false},
    {.bold = true},
    {},
    {.fill = paper, .framed = true},
    {.bold = true, .fill = pale_ink, .framed = true},
    {.bold = true, .text = on_ink, .fill = ink, .framed = true},
    {.framed = true},
    {.fill = paper, .framed = true},
    {.framed = true, .numbers = "0"},
    {.fill = paper, .framed = true, .numbers = "0"},
    {.numbers = "0"},
    {.fill = grey, .framed = true},
    {.wrapped = false},
}};

lxw_format* format_of(lxw_workbook* book, const Dress& dress) {
    lxw_format* format = workbook_add_format(book);
    format_set_num_format(format, dress.numbers);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_font_size(format, dress.size);
    format_set_font_color(format, dress.text);
    if (dress.wrapped) {
        format_set_text_wrap(format);
    }
    if (dress.bold) {
        format_set_bold(format);
    }
    if (dress.fill != 0) {
        format_set_bg_color(format, dress.fill);
    }
    if (dress.framed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, line);
    }
    return format;
}

void must(lxw_error error) {
    if (error != LXW_NO_ERROR) {
        exports::fail_workbook(lxw_strerror(error));
    }
}

}  // namespace

double text_height(const std::string& text, double width) {
    constexpr double line_height = 15;  // [points] of the font at size 11
    constexpr double per_digit = 1.1;   // letters that fit where a digit does: widths are counted in digits
    double lines = 1;
    double characters = 0;
    for (const char byte : text) {
        const bool starts = (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
        characters = byte == '\n' ? 0 : characters + (starts ? 1 : 0);
        if (byte == '\n' || characters > per_digit * width) {
            ++lines;
            characters = std::min(characters, 1.0);
        }
    }
    return lines * line_height + 1;
}

TemplateWriter::TemplateWriter(const std::string& title, Language language)
    : book_(workbook_new(file_.name().c_str())),
      language_(language) {
    if (book_ == nullptr) {
        exports::fail_workbook(file_.name());
    }
    std::string written_title = title;
    lxw_doc_properties properties{};
    properties.title = written_title.data();
    properties.created = 946'684'800;  // 2000-01-01: a date of today would change the bytes
    workbook_set_properties(book_, &properties);
    for (const Dress& dress : dresses) {
        looks_.push_back(format_of(book_, dress));
    }
}

TemplateWriter::~TemplateWriter() {
    if (book_ != nullptr) {
        workbook_close(book_);
    }
}

lxw_worksheet* TemplateWriter::add_sheet(Label name) {
    const std::string written(name.in(language_));
    lxw_worksheet* sheet = workbook_add_worksheet(book_, written.c_str());
    if (sheet == nullptr) {
        exports::fail_workbook(written);
    }
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    return sheet;
}

void TemplateWriter::write(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text,
                           Look which) const {
    const auto y = static_cast<lxw_row_t>(row);
    const auto x = static_cast<lxw_col_t>(column);
    must(text.empty() ? worksheet_write_blank(sheet, y, x, look(which))
                      : worksheet_write_string(sheet, y, x, text.c_str(), look(which)));
}

void TemplateWriter::set_height(lxw_worksheet* sheet, std::size_t row, double points) const {
    must(worksheet_set_row(sheet, static_cast<lxw_row_t>(row), points, nullptr));
}

void TemplateWriter::set_width(lxw_worksheet* sheet, std::size_t column, double characters, Look which) const {
    const auto x = static_cast<lxw_col_t>(column);
    must(worksheet_set_column(sheet, x, x, characters, look(which)));
}

std::vector<std::byte> TemplateWriter::finish() {
    must(workbook_close(std::exchange(book_, nullptr)));
    return file_.bytes();
}

}  // namespace releve::survey
