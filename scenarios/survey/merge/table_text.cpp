#include "scenarios/survey/merge/table_text.hpp"

#include "engine/inputs/formats/csv.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/table.hpp"

#include <algorithm>
#include <filesystem>

namespace releve::survey {

namespace {

std::string quoted(const std::string& cell) {
    const bool as_it_is = cell.find_first_of(",\"\r\n") == std::string::npos;
    if (as_it_is) {
        return cell;
    }
    std::string text = "\"";
    for (const char byte : cell) {
        text += byte == '"' ? "\"\"" : std::string(1, byte);
    }
    return text + "\"";
}

void add_line(std::string& csv, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        csv += (i == 0 ? "" : ",") + quoted(cells[i]);
    }
    csv += "\n";
}

}  // namespace

std::size_t TableText::column(std::string_view name) {
    const auto at = std::find(header.begin(), header.end(), name);
    const auto place = static_cast<std::size_t>(at - header.begin());
    if (at == header.end()) {
        header.emplace_back(name);
        for (std::vector<std::string>& row : rows) {
            row.emplace_back();
        }
    }
    return place;
}

std::vector<std::string> TableText::line(const Cells& cells, std::vector<std::string> from) {
    for (const auto& [name, text] : cells) {
        const std::size_t place = column(name);
        from.resize(header.size());
        from[place] = text;
    }
    return from;
}

TableText read_table_text(const std::string& directory, std::string_view table, Problems& problems) {
    TableText text;
    const std::string file = (std::filesystem::path(directory) / (std::string(table) + ".csv")).generic_string();
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        for (const TableColumn& column : find_table(table)->columns) {
            text.header.emplace_back(column.name);
        }
        return text;
    }
    auto bytes = read_input_file(file, most_csv_bytes, problems);
    if (!bytes) {
        return text;
    }
    const CsvFile csv = read_csv(std::move(*bytes), file, problems);
    text.header = csv.header;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        std::vector<std::string>& cells = text.rows.emplace_back();
        for (std::size_t column = 0; column < csv.header.size(); ++column) {
            cells.emplace_back(csv.cell(row, column));
        }
    }
    return text;
}

std::string csv_of(const TableText& table) {
    std::string csv;
    add_line(csv, table.header);
    for (const std::vector<std::string>& row : table.rows) {
        add_line(csv, row);
    }
    return csv;
}

}  // namespace releve::survey
