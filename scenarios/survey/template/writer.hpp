#pragma once
#include "engine/base/text.hpp"
#include "scenarios/export/scratch_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace releve::survey {

/// How a cell of the template looks.
enum class Look : std::uint8_t {
    heading,         ///< of the whole
    section,         ///< of a part of the read-me
    label,           ///< what stands left of a text
    body,            ///< a text, on several lines if need be
    blank_to_write,  ///< left for whoever runs the survey
    title,           ///< of a column
    title_required,
    answer,  ///< a cell to fill in; of texts, so that codes and identifiers keep their zeros
    answer_required,
    number,
    number_required,
    number_plain,  ///< without a frame: below the lines that are drawn
    given,         ///< filled in already
    entry,         ///< of a list: on one line
};

/// [points] room for a text whose lines break at a width [characters].
double text_height(const std::string& text, double width);

/// A workbook being written: its sheets in order, its looks, one language.
class TemplateWriter {
public:
    TemplateWriter(const std::string& title, Language language);
    TemplateWriter(const TemplateWriter&) = delete;
    TemplateWriter& operator=(const TemplateWriter&) = delete;
    ~TemplateWriter();

    Language language() const { return language_; }
    lxw_worksheet* add_sheet(Label name);
    lxw_format* look(Look look) const { return looks_[static_cast<std::size_t>(look)]; }
    void write(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text, Look look) const;
    /// Rows do not grow by themselves in every program. `points` is at least a line.
    void set_height(lxw_worksheet* sheet, std::size_t row, double points) const;
    void set_width(lxw_worksheet* sheet, std::size_t column, double characters, Look look) const;
    /// Closes the workbook and gives its bytes; nothing may be written any more.
    std::vector<std::byte> finish();

private:
    exports::ScratchFile file_;
    lxw_workbook* book_;
    Language language_;
    std::vector<lxw_format*> looks_;  // owned by the workbook
};

}  // namespace releve::survey
