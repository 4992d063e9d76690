#include "scenarios/survey/template/answer_sheet.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/export/scratch_file.hpp"
#include "scenarios/survey/template/writer.hpp"

#include <algorithm>
#include <cmath>
#include <xlsxwriter.h>

namespace releve::survey {

namespace {

constexpr std::size_t lines_drawn = 25;       // with frames: what fits on a printed page
constexpr std::size_t lines_limited = 2'000;  // with lists and limits: the people of thirty establishments
constexpr double question_width = 58;         // [characters]
constexpr std::size_t longest_message = 255;  // characters; a limit of Excel
constexpr std::size_t longest_caption = 32;

bool is_number(FieldType type) {
    return type == FieldType::integer || type == FieldType::year || type == FieldType::score;
}

bool must_fill(const SheetColumn& column) { return column.required && !column.given && !column.blank_when_alone; }

Look look_of(const SheetColumn& column) {
    if (column.given) {
        return Look::given;
    }
    if (is_number(column.type)) {
        return must_fill(column) ? Look::number_required : Look::number;
    }
    return must_fill(column) ? Look::answer_required : Look::answer;
}

double width_of(const SheetColumn& column) {
    switch (column.type) {
        case FieldType::text: return column.given ? question_width : 34;
        case FieldType::identifier: return 18;
        case FieldType::code: return column.given ? 30 : 44;
        case FieldType::word: return 26;
        case FieldType::month:
        case FieldType::yes_no: return 15;
        default: return 14;
    }
}

/// The first characters of a text, ending with "…" if some are left out.
std::string cut(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u && ++characters == most) {
            last = i;
        }
    }
    return characters <= most ? text : text.substr(0, last) + "…";
}

/// What may be typed in some cells of a column, and what is said of it.
struct Rule {
    std::string caption;
    std::string message;
    std::string list;  ///< reference; "" for none
    double least = 0, most = 0;
    bool limits = false;
    bool other_allowed = false;  ///< what is not in the list is taken after a question
};

constexpr Label not_in_list{
    "Not in the list. A code or a name alone is understood too: keep it if you are sure.",
    "Absent de la liste. Un code ou un nom seul est compris aussi\u00a0: gardez-le si vous en êtes sûr."};
constexpr Label choose{"Choose in the list, or leave blank.", "Choisissez dans la liste, ou laissez vide."};
constexpr Label out_of_limits{"A whole number from {} to {}.", "Un nombre entier de {} à {}."};

std::string digits(double number) { return std::to_string(std::llround(number)); }

std::string refusal_of(const Rule& rule, Language language) {
    if (!rule.limits) {
        return std::string((rule.other_allowed ? not_in_list : choose).in(language));
    }
    return fill(out_of_limits, {digits(rule.least), digits(rule.most)}).in(language);
}

void set_rule(lxw_worksheet* sheet, std::size_t column, std::size_t first, std::size_t last, Rule rule,
              Language language) {
    rule.caption = cut(rule.caption, longest_caption);
    rule.message = cut(rule.message, longest_message);
    std::string refusal = refusal_of(rule, language);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    validation.input_title = rule.caption.data();
    validation.input_message = rule.message.data();
    validation.error_title = rule.caption.data();
    validation.error_message = refusal.data();
    if (!rule.list.empty()) {
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = rule.list.data();
        validation.error_type = rule.other_allowed ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
    } else if (rule.limits) {
        validation.validate = LXW_VALIDATION_TYPE_INTEGER;
        validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        validation.minimum_number = rule.least;
        validation.maximum_number = rule.most;
    }
    const auto x = static_cast<lxw_col_t>(column);
    const lxw_error error = worksheet_data_validation_range(sheet, static_cast<lxw_row_t>(first), x,
                                                            static_cast<lxw_row_t>(last), x, &validation);
    if (error != LXW_NO_ERROR) {
        exports::fail_workbook(lxw_strerror(error));
    }
}

/// The identifiers typed on the first sheet, offered by the others.
std::string identifiers_reference(const SheetRecord& record, Language language) {
    const SheetRecord& first = survey_sheets().front();
    return record.key == first.key
               ? std::string{}
               : "='" + std::string(first.name.in(language)) + "'!$A$2:$A$" + std::to_string(lines_drawn + 1);
}

Rule rule_of(const SheetRecord& record, const SheetColumn& column, const std::vector<Choices>& lists,
             Language language) {
    Rule rule{std::string(column.title.in(language)), std::string(column.help.in(language)), {}};
    if (const auto which = choices_for(column, lists)) {
        rule.list = choices_reference(lists, *which, language);
        rule.other_allowed = column.type == FieldType::code;
    } else if (column.type == FieldType::identifier) {
        rule.list = identifiers_reference(record, language);
        rule.other_allowed = true;
    } else if (is_number(column.type)) {
        rule.limits = true;
        rule.least = column.least;
        rule.most = column.most;
    }
    return rule;
}

/// Text that the template writes in a line of a column filled in already: an axis, or its question.
std::string given_text(const SheetColumn& column, const Pack& pack, std::size_t axis, Language language) {
    return column.type == FieldType::code ? shown_entry(pack.audit_axes, axis, language)
                                          : question_of_axis(pack, axis, language);
}

bool asks_axes(const SheetRecord& record) {
    return std::any_of(record.columns.begin(), record.columns.end(),
                       [](const SheetColumn& column) { return column.given; });
}

}  // namespace

std::string question_of_axis(const Pack& pack, std::size_t axis, Language language) {
    if (axis >= pack.audit_questions.size()) {
        return {};
    }
    const AuditQuestion& asked = pack.audit_questions[axis];
    return fill({"{}\n0: {}\n4: {}", "{}\n0\u00a0: {}\n4\u00a0: {}"}, {asked.question, asked.low, asked.high})
        .in(language);
}

std::string marked_title(const SheetColumn& column, Language language) {
    return std::string(column.title.in(language)) + (must_fill(column) ? " *" : "");
}

void write_answer_sheet(TemplateWriter& writer, const SheetRecord& record, const std::vector<Choices>& lists,
                        const Pack& pack) {
    const Language language = writer.language();
    lxw_worksheet* sheet = writer.add_sheet(record.name);
    const std::size_t axes = asks_axes(record) ? pack.audit_axes.size() : 0;
    const std::size_t drawn = axes > 0 ? axes : lines_drawn;
    double title_height = 0;
    for (std::size_t row = 1; row <= axes; ++row) {
        writer.set_height(sheet, row, text_height(question_of_axis(pack, row - 1, language), question_width));
    }
    for (std::size_t x = 0; x < record.columns.size(); ++x) {
        const SheetColumn& column = record.columns[x];
        const Look look = look_of(column);
        writer.set_width(sheet, x, width_of(column), is_number(column.type) ? Look::number_plain : Look::body);
        title_height = std::max(title_height, text_height(marked_title(column, language), 0.85 * width_of(column)));
        writer.write(sheet, 0, x, marked_title(column, language),
                     must_fill(column) ? Look::title_required : Look::title);
        for (std::size_t row = 1; row <= drawn; ++row) {
            writer.write(sheet, row, x, column.given && row <= axes ? given_text(column, pack, row - 1, language) : "",
                         look);
        }
        set_rule(sheet, x, 1, lines_limited, rule_of(record, column, lists, language), language);
    }
    writer.set_height(sheet, 0, title_height);
    worksheet_freeze_panes(sheet, 1, axes > 0 ? 2 : 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

}  // namespace releve::survey
