#include "scenarios/survey/answers/filled.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/survey/answers/find_sheets.hpp"

#include <algorithm>

namespace releve::survey {

namespace {

constexpr std::size_t most_suggested = 20;  ///< problems shown; looking for the nearest code beyond would be for nobody

std::size_t position_of(const SheetRecord& record, std::string_view key) {
    const auto at = std::find_if(record.columns.begin(), record.columns.end(),
                                 [&](const SheetColumn& column) { return column.key == key; });
    return static_cast<std::size_t>(at - record.columns.begin());
}

/// Reads the lines of one sheet.
class SheetReader {
public:
    SheetReader(Filled& filled, FilledSheet& sheet, const KnownLists& lists, bool alone, Problems& problems)
        : filled_(filled),
          sheet_(sheet),
          lists_(lists),
          alone_(alone),
          problems_(problems) {}

    void read() {
        for (std::size_t row = 1; row < sheet_.source->rows.size(); ++row) {
            FilledLine line = read_line(row);
            if (std::any_of(line.fields.begin(), line.fields.end(), [](const Field& field) { return !field.blank; })) {
                line.answered = answered(line);
                refuse_blanks(line);
                sheet_.sound = sheet_.sound && line.sound;
                sheet_.lines.push_back(std::move(line));
            }
        }
    }

private:
    std::span<const SheetColumn> columns() const { return sheet_.record->columns; }

    FilledLine read_line(std::size_t row) {
        const std::vector<WorkbookCell>& cells = sheet_.source->rows[row];
        FilledLine line{.row = row};
        for (std::size_t i = 0; i < columns().size(); ++i) {
            const std::size_t place = sheet_.columns[i];
            if (place == FilledSheet::absent || place >= cells.size()) {
                line.fields.emplace_back();
                continue;
            }
            FieldReading reading = read_field(columns()[i], cells[place], lists_, problems_.count() < most_suggested);
            if (reading.problem) {
                problems_.add(cell_place(filled_.file, *sheet_.source, row, place), std::move(*reading.problem));
                line.sound = false;
            } else if (reading.assumed) {
                assume(i, row, std::move(*reading.assumed));
            }
            line.fields.push_back(std::move(reading.field));
        }
        return line;
    }

    void assume(std::size_t column, std::size_t row, Text what) {
        for (auto& [known, index] : assumed_) {
            if (known == column && filled_.assumed[index].what.en == what.en) {
                ++filled_.assumed[index].cells;
                return;
            }
        }
        assumed_.emplace_back(column, filled_.assumed.size());
        filled_.assumed.push_back(
            {cell_place(filled_.file, *sheet_.source, row, sheet_.columns[column]), std::move(what), 1});
    }

    /// A line that holds no more than what the template wrote in it asks, and tells nothing.
    bool answered(const FilledLine& line) const {
        bool given = false;
        for (std::size_t i = 0; i < columns().size(); ++i) {
            given = given || columns()[i].given;
            if (!line.fields[i].blank && !columns()[i].given && !columns()[i].blank_when_alone) {
                return true;
            }
        }
        return !given;
    }

    void refuse_blanks(FilledLine& line) {
        for (std::size_t i = 0; i < columns().size() && line.answered; ++i) {
            const SheetColumn& column = columns()[i];
            if (!line.fields[i].blank || !column.required || (column.blank_when_alone && alone_)) {
                continue;
            }
            line.sound = false;
            problems_.add(filled_.where(sheet_, line, column.key),
                          column.blank_when_alone
                              ? fill({"{} is blank (the workbook holds several establishments) say which one the line "
                                      "is about",
                                      "{} est vide (le classeur contient plusieurs établissements) dites duquel parle "
                                      "la ligne"},
                                     {column.title})
                              : fill({"{} is blank (it is required) fill it in, or take the line out",
                                      "{} est vide (c'est obligatoire) remplissez, ou ôtez la ligne"},
                                     {column.title}));
        }
    }

    Filled& filled_;
    FilledSheet& sheet_;
    const KnownLists& lists_;
    bool alone_;
    Problems& problems_;
    std::vector<std::pair<std::size_t, std::size_t>> assumed_;  // column, position in filled_.assumed
};

}  // namespace

const Field& FilledSheet::field(const FilledLine& line, std::string_view key) const {
    return line.fields[position_of(*record, key)];
}

const FilledSheet& Filled::sheet(std::string_view key) const {
    return *std::find_if(sheets.begin(), sheets.end(),
                         [&](const FilledSheet& sheet) { return sheet.record->key == key; });
}

std::string Filled::where(const FilledSheet& sheet, const FilledLine& line, std::string_view key) const {
    const std::size_t column = sheet.columns[position_of(*sheet.record, key)];
    return cell_place(file, *sheet.source, line.row, column == FilledSheet::absent ? 0 : column);
}

Filled read_filled(const Workbook& workbook, const std::string& file, const KnownLists& lists, Problems& problems) {
    Filled filled;
    filled.file = file;
    const FoundSheets found = find_sheets(workbook, file, problems);
    filled.language = found.language;
    filled.sheets.reserve(survey_sheets().size());
    bool alone = false;
    for (std::size_t i = 0; i < survey_sheets().size(); ++i) {
        FilledSheet& sheet = filled.sheets.emplace_back();
        sheet.record = &survey_sheets()[i];
        sheet.source = found.sources[i];
        if (sheet.source == nullptr) {
            sheet.sound = !sheet.record->required;
            continue;
        }
        sheet.columns = find_columns(*sheet.record, *sheet.source, file, problems);
        if (sheet.columns.empty()) {
            sheet.sound = sheet.source->rows.empty() && !sheet.record->required;
            continue;
        }
        SheetReader(filled, sheet, lists, alone, problems).read();
        alone = i == 0 ? sheet.lines.size() == 1 : alone;
    }
    return filled;
}

}  // namespace releve::survey
