#include "scenarios/survey/workbook/cell.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/survey/workbook/dates.hpp"
#include "scenarios/survey/workbook/shared_texts.hpp"
#include "scenarios/survey/workbook/styles.hpp"

#include <charconv>

namespace releve {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::optional<std::size_t> place_in(std::string_view written, std::size_t count) {
    std::size_t place = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), place);
    const bool whole = read.ec == std::errc{} && read.ptr == written.data() + written.size();
    return whole && place < count ? std::optional(place) : std::nullopt;
}

CellReading text_cell(std::string text) {
    const CellKind kind = text.empty() ? CellKind::blank : CellKind::text;
    return {{kind, std::move(text), 0}, std::nullopt};
}

CellReading refused(Label why, const std::string& written) { return {{}, fill(why, {shown(written)})}; }

CellReading shared_text_cell(std::string_view value, const SheetContext& context) {
    const auto place = place_in(value, context.shared_texts.size());
    return place ? text_cell(context.shared_texts[*place])
                 : refused({"its text (number {} of the shared texts) is missing from the file type it again",
                            "son texte (numéro {} des textes partagés) manque dans le fichier saisissez-le de nouveau"},
                           std::string(value));
}

/// A day count in the calendar of 1900, as date if it is one that exists.
WorkbookCell date_cell(double days, std::string_view written) {
    auto text = date_text(days);
    return text ? WorkbookCell{CellKind::date, std::move(*text), days}
                : WorkbookCell{CellKind::number, std::string(written), days};
}

CellReading number_cell(std::string_view value, const RawCell& raw, const SheetContext& context) {
    const auto number = parse_number(value);
    if (!number) {
        return refused(
            {"not a number: \"{}\" (the file says that it is one) type it again",
             "ce n'est pas un nombre\u00a0: «\u00a0{}\u00a0» (le fichier dit que c'en est un) saisissez-le de "
             "nouveau"},
            std::string(value));
    }
    const auto style = place_in(raw.style, context.date_styles.size());
    if (style && context.date_styles[*style]) {
        const bool time_alone = *number < 1;  // the same in both calendars
        const double shift = context.dates_from_1904 && !time_alone ? days_from_1900_to_1904 : 0;
        return {date_cell(*number + shift, value), std::nullopt};
    }
    return {{CellKind::number, std::string(value), *number}, std::nullopt};
}

CellReading boolean_cell(std::string_view value) {
    const bool yes = value == "1" || value == "true";
    if (!yes && value != "0" && value != "false") {
        return refused({"neither true nor false: \"{}\" type it again",
                        "ni vrai ni faux\u00a0: «\u00a0{}\u00a0» saisissez-le de nouveau"},
                       std::string(value));
    }
    return {{CellKind::boolean, yes ? "TRUE" : "FALSE", yes ? 1.0 : 0.0}, std::nullopt};
}

CellReading iso_date_cell(std::string_view value) {
    const auto days = parse_iso_date(value);
    return days ? CellReading{date_cell(*days, value), std::nullopt}
                : refused({"not a date: \"{}\" type it again",
                           "ce n'est pas une date\u00a0: «\u00a0{}\u00a0» saisissez-la de nouveau"},
                          std::string(value));
}

}  // namespace

CellReading read_workbook_cell(const RawCell& raw, const SheetContext& context) {
    if (raw.has_formula && (raw.formula == "TRUE()" || raw.formula == "FALSE()")) {
        return boolean_cell(raw.formula == "TRUE()" ? "1" : "0");  // how LibreOffice writes the constants of an .ods
    }
    if (raw.has_formula) {
        return {{CellKind::formula, "=" + raw.formula, 0}, std::nullopt};
    }
    if (raw.type == "inlineStr") {
        return text_cell(unescape_text(raw.inline_text));
    }
    if (raw.type == "str") {
        return text_cell(unescape_text(raw.value));
    }
    const std::string_view value = trimmed(raw.value);
    if (value.empty()) {
        return {};
    }
    if (raw.type == "s") {
        return shared_text_cell(value, context);
    }
    if (raw.type == "b") {
        return boolean_cell(value);
    }
    if (raw.type == "e") {
        return {{CellKind::error, std::string(value), 0}, std::nullopt};
    }
    if (raw.type == "d") {
        return iso_date_cell(value);
    }
    if (!raw.type.empty() && raw.type != "n") {
        return refused({"a kind of cell that workbooks do not have (\"{}\") type it again",
                        "une sorte de cellule qui n'existe pas dans les classeurs («\u00a0{}\u00a0») saisissez-la de "
                        "nouveau"},
                       raw.type);
    }
    return number_cell(value, raw, context);
}

}  // namespace releve
