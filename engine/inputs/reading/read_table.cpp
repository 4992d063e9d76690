#include "engine/base/fill.hpp"
#include "engine/inputs/reading/read_cell.hpp"
#include "engine/inputs/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace releve {

namespace {

constexpr std::size_t most_suggestions = 20;  // as many as are shown; looking for the nearest code is slow

const TableColumn& column_named(const Table& record, std::string_view name) {
    return *std::find_if(record.columns.begin(), record.columns.end(),
                         [&](const TableColumn& column) { return column.name == name; });
}

bool sound_header(const Table& record, const CsvFile& csv, Problems& problems) {
    std::vector<std::string_view> known;
    for (const TableColumn& column : record.columns) {
        known.push_back(column.name);
    }
    const auto is_known = [&](const std::string& name) {
        return std::find(known.begin(), known.end(), name) != known.end();
    };
    if (std::none_of(csv.header.begin(), csv.header.end(), is_known)) {
        std::string list;
        for (const std::string_view name : known) {
            list += (list.empty() ? "" : ",") + std::string(name);
        }
        problems.add(csv.name + ":1", fill({"no header (no known column in the first line) write {}",
                                            "pas d'en-tête (aucune colonne connue à la première ligne) écrivez {}"},
                                           {list}));
        return false;
    }
    const std::size_t before = problems.count();
    for (const std::string& name : csv.header) {
        if (!is_known(name)) {
            problems.add(csv.name + ":1 " + shown(name),
                         fill({"unknown column (table {} has no such column){}",
                               "colonne inconnue (la table {} n'a pas cette colonne){}"},
                              {record.name, did_you_mean(name, known)}));
        }
    }
    for (const TableColumn& column : record.columns) {
        if (column.required && std::find(csv.header.begin(), csv.header.end(), column.name) == csv.header.end()) {
            problems.add(csv.name + ":1 " + std::string(column.name),
                         fill({"missing column ({}) add it", "colonne absente ({}) ajoutez-la"}, {column.meaning}));
        }
    }
    return problems.count() == before;
}

/// Lines that agree in all columns of the key.
void check_key(const TableRows& rows, Problems& problems) {
    const auto& key = rows.record().key;
    if (key.empty()) {
        return;
    }
    std::unordered_map<std::string, std::size_t> line_of_key;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        std::string joined;
        for (const std::string_view column : key) {
            const bool whole = column_named(rows.record(), column).type == ColumnType::integer;
            joined += (joined.empty() ? "" : ", ") +
                      (whole ? std::to_string(rows.integer(row, column)) : rows.text(row, column));
        }
        const auto [first, fresh] = line_of_key.emplace(joined, rows.line(row));
        if (!fresh) {
            problems.add(rows.where(row, key.front()),
                         fill({"duplicate \"{}\" (already on line {}) keep one of the two lines",
                               "«\u00a0{}\u00a0» en double (déjà à la ligne {}) gardez une des deux lignes"},
                              {shown(joined), std::to_string(first->second)}));
        }
    }
}

void register_codes(const TableRows& rows, CodesByTable& codes) {
    const TableColumn& first = rows.record().columns.front();
    if (first.type != ColumnType::code || !first.refers_to.empty() || !rows.has(first.name)) {
        return;
    }
    KnownCodes& known = codes[rows.record().name];
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const std::string code = rows.text(row, first.name);
        if (known.positions.emplace(code, static_cast<std::uint32_t>(known.codes.size())).second) {
            known.codes.push_back(code);
        }
    }
}

void note_numbers(CsvFile& csv, const WrittenAs& as) {
    if (as.comma) {
        csv.assumed.push_back({"decimal comma", "virgule décimale"});
    }
    if (as.spaces) {
        csv.assumed.push_back({"spaces between thousands", "espaces entre les milliers"});
    }
}

/// Sums of one column over the lines that agree in others: sum, and the last line of the group.
struct GroupSum {
    double sum = 0;
    std::size_t row = 0;
};

void check_sums(const TableRows& rows, Problems& problems) {
    const SumRule& rule = rows.record().sums_to_one;
    if (rule.column.empty()) {
        return;
    }
    std::map<std::string, GroupSum> groups;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        std::string name;
        for (const std::string_view column : rule.by) {
            name += (name.empty() ? "" : ", ") + rows.text(row, column);
        }
        GroupSum& group = groups[name];
        group.sum += rows.number(row, rule.column);
        group.row = row;
    }
    for (const auto& [name, group] : groups) {
        if (std::abs(group.sum - 1) > sum_tolerance + 1e-12) {
            problems.add(rows.where(group.row, rule.column),
                         fill({"the lines of \"{}\" sum to {} (they must sum to 1, within {}) divide each by this sum",
                               "les lignes de «\u00a0{}\u00a0» ont pour somme {} (elle doit être 1, à {} près) divisez "
                               "chacune par cette somme"},
                              {shown(name.empty() ? rows.record().name : name),
                               to_text(std::round(group.sum * 1e6) / 1e6), "0.0001"}));
        }
    }
}

void check_covered(const TableRows& rows, const CodesByTable& codes, Problems& problems) {
    const std::string_view covers = rows.record().covers;
    const auto table = covers.empty() ? codes.end() : codes.find(column_named(rows.record(), covers).refers_to);
    if (table == codes.end()) {
        return;
    }
    std::vector<bool> seen(table->second.codes.size(), false);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (const std::uint32_t code = rows.code(row, covers); code < seen.size()) {
            seen[code] = true;
        }
    }
    for (std::size_t code = 0; code < seen.size(); ++code) {
        if (!seen[code]) {
            problems.add(rows.file() + " " + std::string(covers),
                         fill({"no line for \"{}\" (every code of {}.csv needs one) add it",
                               "aucune ligne pour «\u00a0{}\u00a0» (il en faut une pour chaque code de {}.csv) "
                               "ajoutez-la"},
                              {shown(table->second.codes[code]), table->first}));
        }
    }
}

void check_number(const TableRows& rows, Problems& problems) {
    if (rows.record().crossed && rows.count() > most_crossed) {
        problems.add(rows.where(most_crossed, rows.record().columns.front().name),
                     fill({"{} codes, at most {} (the model keeps figures for each pair of them) group them",
                           "{} codes, au plus {} (le modèle garde des chiffres pour chaque paire) regroupez-les"},
                          {std::to_string(rows.count()), std::to_string(most_crossed)}));
    }
}

}  // namespace

TableRows read_table(const Table& record, CsvFile csv, CodesByTable& codes, Problems& problems,
                     std::vector<Text>& notes) {
    TableRows rows(record, std::move(csv));
    if (rows.csv_.header.empty()) {
        return rows;
    }
    const bool sound = sound_header(record, rows.csv_, problems);
    register_codes(rows, codes);
    CellReader reader{codes, rows.csv_.separator != ','};
    const auto read = [&](std::size_t row, std::size_t i) -> std::optional<Text> {
        const TableColumn& column = record.columns[i];
        if (rows.csv_column_[i] == TableRows::absent || !rows.csv_.whole(row)) {
            return std::nullopt;  // reported already
        }
        const std::string_view cell = rows.csv_.cell(row, rows.csv_column_[i]);
        if (!cell.empty()) {
            return reader.read(column, cell, rows.values_[i][row]);
        }
        return column.blank ? std::nullopt
                            : std::optional(fill(
                                  {"missing value ({}) fill the cell", "valeur absente ({}) remplissez la cellule"},
                                  {column.meaning}));
    };
    rows.values_.assign(record.columns.size(), std::vector<double>(rows.count(), std::nan("")));
    for (std::size_t row = 0; row < rows.count(); ++row) {
        for (std::size_t i = 0; i < record.columns.size(); ++i) {
            reader.suggest = problems.count() < most_suggestions;
            if (auto wrong = read(row, i)) {
                problems.add(rows.where(row, record.columns[i].name), std::move(*wrong));
            }
        }
    }
    if (sound) {
        check_key(rows, problems);
    }
    note_numbers(rows.csv_, reader.as);
    if (Text note = assumptions(rows.csv_); !note.en.empty()) {
        notes.push_back(std::move(note));
    }
    return rows;
}

void check_table(const TableRows& rows, const CodesByTable& codes, Problems& problems) {
    check_number(rows, problems);
    check_sums(rows, problems);
    check_covered(rows, codes, problems);
    if (rows.record().check != nullptr) {
        rows.record().check(rows, problems);
    }
}

}  // namespace releve
