#include "bindings/cli/table_pages.hpp"

#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/table.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace releve {

namespace {

std::string yes_or_no(bool yes, Language language) {
    return language == Language::fr ? (yes ? "oui" : "non") : (yes ? "yes" : "no");
}

std::string joined(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string type_of(const TableColumn& column) {
    constexpr std::array<std::string_view, 10> names{"text",  "code", "integer", "number", "share",
                                                     "month", "date", "0 or 1",  "word",   "age band"};
    std::string type(names[static_cast<std::size_t>(column.type)]);
    if (!column.refers_to.empty()) {
        type += " of " + std::string(column.refers_to);
    }
    for (std::size_t i = 0; i < column.words.size(); ++i) {
        type += (i == 0 ? ": " : ", ") + std::string(column.words[i].code);
    }
    return type;
}

Page page_of(const Table& table, Language language) {
    Page page{
        "table", std::string(table.name), std::string(table.name) + ".csv", std::string(table.meaning.in(language)), {},
        {}};
    page.facts = {
        {"required", {"every pack needs it", "requise dans tout territoire"}, yes_or_no(table.required, language)},
        {"key", {"no two lines agree in", "clé"}, joined(table.key)},
        {"needed_with", {"needed with", "requise avec"}, std::string(table.needed_with)},
        {"needed_by", {"used by", "utilisée par"}, std::string(table.needed_by)},
        {"confidential",
         {"tells of single people or firms (kept in results only if public)",
          "décrit des personnes ou des entreprises (conservée dans les résultats seulement si publique)"},
         table.confidential ? yes_or_no(true, language) : std::string{}},
        {"sums_to_one", {"sums to 1", "somme à 1"}, std::string(table.sums_to_one.column)},
        {"covers", {"covers every", "couvre chaque"}, std::string(table.covers)}};
    Grid grid{"columns",
              {"Columns", "Colonnes"},
              {{"name", {"name", "nom"}},
               {"type", {"type", "type"}},
               {"unit", {"unit", "unité"}},
               {"range", {"range", "bornes"}},
               {"required", {"required", "requise"}},
               {"blank", {"may be blank", "vide permis"}},
               {"meaning", {"meaning", "sens"}, true}},
              {}};
    for (const TableColumn& column : table.columns) {
        grid.rows.push_back({std::string(column.name), type_of(column), std::string(column.unit),
                             range_of(column.least, column.most), yes_or_no(column.required, language),
                             yes_or_no(column.blank, language), std::string(column.meaning.in(language))});
    }
    page.grids.push_back(std::move(grid));
    return page;
}

}  // namespace

std::string range_of(double least, double most) {
    if (std::isinf(least) && std::isinf(most)) {
        return "";
    }
    return (std::isinf(least) ? std::string("..") : to_text(least)) + " – " + (std::isinf(most) ? ".." : to_text(most));
}

std::vector<Page> table_pages(Language language) {
    std::vector<Page> pages;
    for (const Table* table : table_catalogue()) {
        pages.push_back(page_of(*table, language));
    }
    return pages;
}

std::vector<std::string_view> table_names() {
    std::vector<std::string_view> names;
    for (const Table* table : table_catalogue()) {
        names.push_back(table->name);
    }
    return names;
}

}  // namespace releve
