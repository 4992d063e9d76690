#include "engine/inputs/reading/read_cell.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/month.hpp"
#include "engine/base/suggest.hpp"

#include <cmath>

namespace releve {

namespace {

/// "0 or more", "between 0 and 1", "more than 0"
Text allowed_range(const TableColumn& column) {
    const std::string least = to_text(column.least);
    const std::string most = to_text(column.most);
    if (!std::isfinite(column.least)) {
        return fill({"at most {}", "au plus {}"}, {most});
    }
    if (!std::isfinite(column.most)) {
        return column.least_excluded ? fill({"more than {}", "plus de {}"}, {least})
                                     : fill({"{} or more", "{} ou plus"}, {least});
    }
    return column.least_excluded ? fill({"more than {}, at most {}", "plus de {}, au plus {}"}, {least, most})
                                 : fill({"between {} and {}", "entre {} et {}"}, {least, most});
}

std::optional<Text> out_of_range(const TableColumn& column, double value, std::string_view cell) {
    const bool low = value < column.least || (column.least_excluded && value == column.least);
    if (!low && value <= column.most) {
        return std::nullopt;
    }
    const Text range = allowed_range(column);
    if (value < 0 && column.least == 0 && !column.least_excluded) {
        return fill({"negative number {} ({}: {}) write 0 or remove the line",
                     "nombre négatif {} ({}\u00a0: {}) écrivez 0 ou retirez la ligne"},
                    {shown(cell), column.meaning, range});
    }
    if (column.type == ColumnType::share && value > 1 && value <= 100) {
        return fill({"share {} above 1 ({}: {}) write {} if {}% is meant",
                     "part {} supérieure à 1 ({}\u00a0: {}) écrivez {} si c'est {}\u00a0%"},
                    {shown(cell), column.meaning, range, to_text(value / 100), shown(cell)});
    }
    return fill({"{} is out of range ({}: {}) correct it", "{} est hors limites ({}\u00a0: {}) corrigez"},
                {shown(cell), column.meaning, range});
}

std::optional<Text> read_number(CellReader& reader, const TableColumn& column, std::string_view cell, double& value) {
    const bool whole = column.type == ColumnType::integer;
    WrittenAs as = reader.as;
    const auto number = parse_cell_number(cell, as);
    if (!number) {
        return fill({"\"{}\" is not a number ({}) write digits with a decimal point, no unit and no %",
                     "«\u00a0{}\u00a0» n'est pas un nombre ({}) écrivez des chiffres avec un point décimal, sans unité "
                     "ni\u00a0%"},
                    {shown(cell), column.meaning});
    }
    if (cell.find(',') != std::string_view::npos && !reader.decimal_comma) {
        return fill({"decimal comma in \"{}\" (the comma separates the cells of this file) write a point, or separate "
                     "with ;",
                     "virgule décimale dans «\u00a0{}\u00a0» (la virgule sépare les cellules de ce fichier) écrivez un "
                     "point, ou séparez par des points-virgules"},
                    {shown(cell)});
    }
    if (whole && (std::trunc(*number) != *number || std::abs(*number) > 1e9)) {
        return fill({"{} is not a whole number ({}) round it", "{} n'est pas un nombre entier ({}) arrondissez-le"},
                    {shown(cell), column.meaning});
    }
    reader.as = as;
    value = *number == 0 ? 0 : *number;  // no -0
    return out_of_range(column, value, cell);
}

std::optional<Text> read_word(const TableColumn& column, std::string_view cell, double& value) {
    if (const auto found = find_word(column.words, cell)) {
        value = static_cast<double>(*found);
        return std::nullopt;
    }
    std::string list;
    std::vector<std::string_view> known;
    for (const Word& word : column.words) {
        list += (list.empty() ? "" : ", ") + std::string(word.code);
        known.push_back(word.code);
    }
    return fill({"unknown word \"{}\" ({}: {}){}", "mot inconnu «\u00a0{}\u00a0» ({}\u00a0: {}){}"},
                {shown(cell), column.meaning, list, did_you_mean(cell, known)});
}

std::optional<Text> read_code(CellReader& reader, const TableColumn& column, std::string_view cell, double& value) {
    const auto table = reader.codes.find(column.refers_to);
    if (table == reader.codes.end()) {
        // of a column that may not be blank, the missing table is its own problem
        if (!column.blank || !reader.absent.insert(column.refers_to).second) {
            return std::nullopt;
        }
        return fill(
            {"unknown code \"{}\" ({}.csv is missing) add that table, or leave such cells empty",
             "code inconnu «\u00a0{}\u00a0» ({}.csv est absent) ajoutez cette table, ou laissez ces cellules vides"},
            {shown(cell), column.refers_to});
    }
    const auto found = table->second.positions.find(std::string(cell));
    if (found != table->second.positions.end()) {
        value = found->second;
        return std::nullopt;
    }
    std::vector<std::string_view> known;
    if (reader.suggest) {
        known.assign(table->second.codes.begin(), table->second.codes.end());
    }
    return fill({"unknown code \"{}\" ({}.csv does not list it){}",
                 "code inconnu «\u00a0{}\u00a0» ({}.csv ne le contient pas){}"},
                {shown(cell), column.refers_to, did_you_mean_row(cell, known)});
}

std::optional<Text> read_month(const TableColumn& column, std::string_view cell, double& value) {
    const bool with_day = column.type == ColumnType::date;
    const auto month = parse_month(cell.substr(0, 7));
    const bool sound = with_day ? cell.size() == 10 && cell.substr(7) == "-01" : cell.size() == 7;
    if (month && sound) {
        value = month->count;
        return std::nullopt;
    }
    return with_day ? fill({"\"{}\" is not the first day of a month ({}) write it 1951-07-01",
                            "«\u00a0{}\u00a0» n'est pas le premier jour d'un mois ({}) écrivez-le 1951-07-01"},
                           {shown(cell), column.meaning})
                    : fill({"\"{}\" is not a month ({}) write it 2013-01",
                            "«\u00a0{}\u00a0» n'est pas un mois ({}) écrivez-le 2013-01"},
                           {shown(cell), column.meaning});
}

std::optional<Text> read_flag(const TableColumn& column, std::string_view cell, double& value) {
    value = cell == "1" ? 1 : 0;
    if (cell == "0" || cell == "1") {
        return std::nullopt;
    }
    return fill({"\"{}\" is neither 0 nor 1 ({}) write 1 for yes, 0 for no",
                 "«\u00a0{}\u00a0» n'est ni 0 ni 1 ({}) écrivez 1 pour oui, 0 pour non"},
                {shown(cell), column.meaning});
}

std::optional<Text> read_age_band(std::string_view cell) {
    if (parse_age_band(cell)) {
        return std::nullopt;
    }
    return fill(
        {"\"{}\" is not an age band (first and last age, the last included) write it 15-19 or 75+",
         "«\u00a0{}\u00a0» n'est pas une tranche d'âge (premier et dernier âge, inclus) écrivez-la 15-19 ou 75+"},
        {shown(cell)});
}

}  // namespace

std::optional<Text> CellReader::read(const TableColumn& column, std::string_view cell, double& value) {
    switch (column.type) {
        case ColumnType::text: return std::nullopt;
        case ColumnType::code: return column.refers_to.empty() ? std::nullopt : read_code(*this, column, cell, value);
        case ColumnType::integer:
        case ColumnType::number:
        case ColumnType::share: return read_number(*this, column, cell, value);
        case ColumnType::month:
        case ColumnType::date: return read_month(column, cell, value);
        case ColumnType::flag: return read_flag(column, cell, value);
        case ColumnType::word: return read_word(column, cell, value);
        case ColumnType::age_band: return read_age_band(cell);
    }
    return std::nullopt;
}

Text did_you_mean(std::string_view misspelt, std::span<const std::string_view> known) {
    constexpr std::size_t longest = 100;  // the search costs the product of both lengths
    const std::string_view near = misspelt.size() > longest ? "" : nearest_name(misspelt, known);
    return near.empty() ? Text{}
                        : fill({" did you mean \"{}\"?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
}

Text did_you_mean_row(std::string_view misspelt, std::span<const std::string_view> known) {
    const Text near = did_you_mean(misspelt, known);
    return near.en.empty() ? Text{" correct it, or complete that table", " corrigez, ou complétez cette table"} : near;
}

}  // namespace releve
