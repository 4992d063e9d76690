#include "bindings/cli/survey_pages.hpp"

#include "bindings/cli/table_pages.hpp"
#include "scenarios/survey/sheets.hpp"

#include <array>

namespace releve {

namespace {

std::string type_of(const survey::SheetColumn& column, Language language) {
    constexpr std::array<Label, 9> names{{{"text", "texte"},
                                          {"identifier", "identifiant"},
                                          {"code or name", "code ou nom"},
                                          {"whole number", "entier"},
                                          {"year", "année"},
                                          {"month", "mois"},
                                          {"word", "mot"},
                                          {"yes or no", "oui ou non"},
                                          {"score", "note"}}};
    std::string type(names[static_cast<std::size_t>(column.type)].in(language));
    if (!column.list.empty()) {
        type += (language == Language::fr ? " de " : " of ") + std::string(column.list);
    }
    for (std::size_t i = 0; i < column.words.size(); ++i) {
        const std::string_view colon = language == Language::fr ? "\u00a0: " : ": ";
        type += std::string(i == 0 ? colon : ", ") + std::string(column.words[i].label.in(language));
    }
    return type;
}

/// Whether a cell must be filled in, and what spares it.
std::string required_of(const survey::SheetColumn& column, Language language) {
    const Label told = !column.required          ? Label{"no", "non"}
                       : column.given            ? Label{"filled in by the template", "remplie par le modèle"}
                       : column.blank_when_alone ? Label{"unless one establishment only", "sauf un seul établissement"}
                                                 : Label{"yes", "oui"};
    return std::string(told.in(language));
}

Page page_of(const survey::SheetRecord& record, Language language) {
    Page page{"sheet",
              std::string(record.key),
              std::string(record.name.in(language)),
              std::string(record.meaning.in(language)),
              {},
              {}};
    const Language other = language == Language::fr ? Language::en : Language::fr;
    page.facts = {{"other", {"name in French", "nom en anglais"}, std::string(record.name.in(other))}};
    Grid grid{"columns",
              {"Columns", "Colonnes"},
              {{"title", {"title", "titre"}},
               {"other", {"in French", "en anglais"}},
               {"type", {"type", "type"}},
               {"range", {"range", "bornes"}},
               {"required", {"required", "obligatoire"}},
               {"help", {"what to write", "quoi écrire"}, true}},
              {}};
    for (const survey::SheetColumn& column : record.columns) {
        grid.rows.push_back({std::string(column.title.in(language)), std::string(column.title.in(other)),
                             type_of(column, language), range_of(column.least, column.most),
                             required_of(column, language), std::string(column.help.in(language))});
    }
    page.grids.push_back(std::move(grid));
    return page;
}

}  // namespace

std::vector<Page> survey_pages(Language language) {
    std::vector<Page> pages;
    for (const survey::SheetRecord& record : survey::survey_sheets()) {
        pages.push_back(page_of(record, language));
    }
    return pages;
}

}  // namespace releve
