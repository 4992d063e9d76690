#include "scenarios/survey/answers/find_sheets.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/survey/answers/filled.hpp"
#include "scenarios/survey/names.hpp"

#include <algorithm>

namespace releve::survey {

namespace {

bool named(const std::string& name, Label label) { return name == plain(label.en) || name == plain(label.fr); }

/// Position of the record that a sheet is named after; the number of records if there is none.
std::size_t record_named(const std::string& name) {
    const auto records = survey_sheets();
    const auto at = std::find_if(records.begin(), records.end(), [&](const SheetRecord& record) {
        return named(name, record.name) || name == plain(record.key);
    });
    return static_cast<std::size_t>(at - records.begin());
}

/// " did you mean ..." for a name in one of both languages.
Text nearest_label(const std::string& name, const std::vector<Label>& labels, Label otherwise) {
    std::vector<std::string> known;
    for (const Label& label : labels) {
        known.insert(known.end(), {plain(label.en), plain(label.fr)});
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::string_view near = name.size() > 100 ? "" : nearest_name(name, views);
    for (std::size_t i = 0; i < known.size() && !near.empty(); ++i) {
        if (known[i] == near) {
            const Label label = labels[i / 2];
            return fill({"did you mean \"{}\"?", "vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"},
                        {i % 2 == 0 ? label.en : label.fr});
        }
    }
    return {std::string(otherwise.en), std::string(otherwise.fr)};
}

void refuse_sheet(const WorkbookSheet& sheet, const std::string& file, Problems& problems) {
    std::vector<Label> names;
    for (const SheetRecord& record : survey_sheets()) {
        names.push_back(record.name);
    }
    problems.add(
        file + " " + shown(sheet.name),
        fill({"unknown sheet (the names of the survey's sheets are fixed) {}",
              "feuille inconnue (les noms des feuilles de l'enquête sont fixes) {}"},
             {nearest_label(plain(sheet.name), names,
                            {"take it out of the workbook, or empty it", "ôtez-la du classeur, ou videz-la"})}));
}

void refuse_merged(const WorkbookSheet& sheet, const std::string& file, Problems& problems) {
    for (const std::string& range : sheet.merged) {
        problems.add(
            file + " " + sheet.name + "!" + range,
            {"merged cells (each line must tell its own values) unmerge them and repeat the value in each cell",
             "cellules fusionnées (chaque ligne doit dire ses propres valeurs) défusionnez-les et répétez la "
             "valeur dans chaque cellule"});
    }
}

void refuse_missing(const FoundSheets& found, const std::string& file, Problems& problems) {
    for (std::size_t i = 0; i < found.sources.size(); ++i) {
        const SheetRecord& record = survey_sheets()[i];
        if (found.sources[i] == nullptr && record.required) {
            problems.add(file,
                         fill({"no sheet \"{}\" ({}) add it, as in the template (releve import --template)",
                               "pas de feuille «\u00a0{}\u00a0» ({}) ajoutez-la, comme dans le modèle (releve import "
                               "--template)"},
                              {record.name, record.meaning}));
        }
    }
}

/// Position of the column that a title names; the number of columns if there is none.
std::size_t column_titled(const SheetRecord& record, const std::string& title) {
    const std::string whole = plain(title), outside = plain_outside_parentheses(title);
    const auto at = std::find_if(record.columns.begin(), record.columns.end(), [&](const SheetColumn& column) {
        return named(whole, column.title) || whole == plain(column.key) ||
               outside == plain_outside_parentheses(column.title.en) ||
               outside == plain_outside_parentheses(column.title.fr);
    });
    return static_cast<std::size_t>(at - record.columns.begin());
}

Text refused_title(const SheetRecord& record, const std::string& title) {
    if (const auto personal = personal_title(title)) {
        return fill(
            {"column \"{}\" would hold {} (the survey may not collect who people are: data minimisation, GDPR "
             "article 5, CNIL) delete the column; a birth year is enough",
             "la colonne «\u00a0{}\u00a0» contiendrait {} (l'enquête ne doit pas recueillir qui sont les gens\u00a0: "
             "minimisation des données, RGPD article 5, CNIL) supprimez-la\u00a0; une année de naissance suffit"},
            {shown(title), *personal});
    }
    std::vector<Label> titles;
    for (const SheetColumn& column : record.columns) {
        titles.push_back(column.title);
    }
    return fill({"unknown column \"{}\" (the titles of the survey are fixed) {}",
                 "colonne inconnue «\u00a0{}\u00a0» (les titres de l'enquête sont fixes) {}"},
                {shown(title), nearest_label(plain(title), titles, {"delete the column", "supprimez la colonne"})});
}

bool holds_something(const WorkbookSheet& sheet, std::size_t column) {
    return std::any_of(sheet.rows.begin() + 1, sheet.rows.end(), [&](const std::vector<WorkbookCell>& row) {
        return column < row.size() && row[column].kind != CellKind::blank;
    });
}

/// Beyond the titles nothing may stand: a figure there would be lost without a word.
void refuse_untitled(const WorkbookSheet& sheet, const std::string& file, Problems& problems) {
    std::size_t widest = 0;
    for (const std::vector<WorkbookCell>& row : sheet.rows) {
        widest = std::max(widest, row.size());
    }
    for (std::size_t column = 0; column < widest; ++column) {
        const bool titled = column < sheet.rows[0].size() && !plain(sheet.rows[0][column].text).empty();
        if (!titled && holds_something(sheet, column)) {
            problems.add(cell_place(file, sheet, 0, column),
                         {"no title above the cells of this column (they could not be understood) write the title of "
                          "the template, or empty the column",
                          "pas de titre au-dessus des cellules de cette colonne (impossible de les comprendre) écrivez "
                          "le titre du modèle, ou videz la colonne"});
        }
    }
}

void refuse_missing_columns(const SheetRecord& record, const WorkbookSheet& sheet,
                            const std::vector<std::size_t>& places, const std::string& file, Problems& problems) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const SheetColumn& column = record.columns[i];
        if (places[i] == FilledSheet::absent && column.required && !column.blank_when_alone) {
            problems.add(
                file + " " + sheet.name,
                fill({"no column \"{}\" in the first row (it is required) write its title there, as in the "
                      "template",
                      "pas de colonne «\u00a0{}\u00a0» dans la première ligne (elle est obligatoire) écrivez-y son "
                      "titre, comme dans le modèle"},
                     {column.title}));
        }
    }
}

}  // namespace

FoundSheets find_sheets(const Workbook& workbook, const std::string& file, Problems& problems) {
    FoundSheets found;
    found.sources.assign(survey_sheets().size(), nullptr);
    bool told = false;
    for (const WorkbookSheet& sheet : workbook.sheets) {
        const std::string name = plain(sheet.name);
        const std::size_t record = record_named(name);
        if (record == survey_sheets().size()) {
            const bool ours = named(name, read_me_name) || named(name, lists_name);
            if (!ours && !sheet.rows.empty()) {
                refuse_sheet(sheet, file, problems);
            }
            continue;
        }
        if (found.sources[record] != nullptr) {
            problems.add(
                file + " " + sheet.name,
                fill({"the sheet stands twice (\"{}\" is the same) put the lines into one",
                      "la feuille est en double («\u00a0{}\u00a0» est la même) mettez les lignes dans une seule"},
                     {found.sources[record]->name}));
            continue;
        }
        found.sources[record] = &sheet;
        refuse_merged(sheet, file, problems);
        const Label label = survey_sheets()[record].name;
        if (!told && plain(label.en) != plain(label.fr)) {
            found.language = name == plain(label.fr) ? Language::fr : Language::en;
            told = true;
        }
    }
    refuse_missing(found, file, problems);
    return found;
}

std::vector<std::size_t> find_columns(const SheetRecord& record, const WorkbookSheet& sheet, const std::string& file,
                                      Problems& problems) {
    const std::size_t before = problems.count();
    std::vector<std::size_t> places(record.columns.size(), FilledSheet::absent);
    if (sheet.rows.empty()) {
        if (record.required) {
            refuse_missing_columns(record, sheet, places, file, problems);
        }
        return {};
    }
    for (std::size_t column = 0; column < sheet.rows[0].size(); ++column) {
        const WorkbookCell& cell = sheet.rows[0][column];
        if (plain(cell.text).empty()) {
            continue;
        }
        const std::string where = cell_place(file, sheet, 0, column);
        const std::size_t known = column_titled(record, cell.text);
        if (known == places.size()) {
            problems.add(where, refused_title(record, cell.text));
        } else if (places[known] != FilledSheet::absent) {
            problems.add(where,
                         fill({"the column \"{}\" stands twice (one value for each line is meant) delete one",
                               "la colonne «\u00a0{}\u00a0» est en double (une seule valeur par ligne) supprimez-en "
                               "une"},
                              {shown(cell.text)}));
        } else {
            places[known] = column;
        }
    }
    refuse_untitled(sheet, file, problems);
    refuse_missing_columns(record, sheet, places, file, problems);
    return problems.count() == before ? places : std::vector<std::size_t>{};
}

}  // namespace releve::survey
