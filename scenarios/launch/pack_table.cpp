#include "scenarios/launch/pack_table.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/csv.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/reading/read_cell.hpp"

#include <algorithm>
#include <filesystem>

namespace releve {

namespace {

bool is_number(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::number || type == ColumnType::share ||
           type == ColumnType::flag;
}

WrittenColumn column_of(const CsvFile& csv, std::size_t at, const TableColumn& record, Problems& problems) {
    WrittenColumn column{&record, {}};
    if (!is_number(record.type)) {
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < csv.rows(); ++row) {
            texts.emplace_back(csv.cell(row, at));
        }
        column.values = std::move(texts);
        return column;
    }
    const CodesByTable none;
    CellReader reader{.codes = none, .decimal_comma = csv.separator != ','};
    std::vector<double> numbers;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        double value = std::numeric_limits<double>::quiet_NaN();
        if (const std::string_view cell = csv.cell(row, at); !cell.empty()) {
            if (auto wrong = reader.read(record, cell, value)) {
                problems.add(csv.where(row, record.name), std::move(*wrong));
            }
        }
        numbers.push_back(value);
    }
    column.values = std::move(numbers);
    return column;
}

}  // namespace

std::vector<WrittenColumn> written_table(const Pack& pack, const std::string& table) {
    const Table* record = pack.has(table) ? find_table(table) : nullptr;
    Problems problems;
    if (record == nullptr) {
        const std::vector<std::string_view> known(pack.tables_present.begin(), pack.tables_present.end());
        problems.add(pack.directory, fill({"no table {} in this pack{}", "pas de table {} dans ce territoire{}"},
                                          {shown(table), did_you_mean(table, known)}));
        problems.raise();
    }
    const std::string file = (std::filesystem::path(pack.directory) / (table + ".csv")).generic_string();
    auto bytes = read_input_file(file, most_csv_bytes, problems);
    problems.raise();
    const CsvFile csv = read_csv(std::move(*bytes), file, problems);
    std::vector<WrittenColumn> columns;
    for (std::size_t at = 0; at < csv.header.size(); ++at) {
        for (const TableColumn& column : record->columns) {
            if (column.name == csv.header[at]) {
                columns.push_back(column_of(csv, at, column, problems));
            }
        }
    }
    problems.raise();
    return columns;
}

}  // namespace releve
