#include "engine/inputs/table_rows.hpp"

#include "engine/inputs/formats/number.hpp"

#include <cmath>

namespace releve {

TableRows::TableRows(const Table& record, CsvFile csv)
    : record_(&record),
      csv_(std::move(csv)),
      csv_column_(record.columns.size(), absent),
      values_(record.columns.size()) {
    for (std::size_t i = 0; i < record.columns.size(); ++i) {
        for (std::size_t j = 0; j < csv_.header.size(); ++j) {
            if (csv_.header[j] == record.columns[i].name) {
                csv_column_[i] = j;
            }
        }
    }
}

std::size_t TableRows::position(std::string_view column) const {
    for (std::size_t i = 0; i < record_->columns.size(); ++i) {
        if (record_->columns[i].name == column) {
            return i;
        }
    }
    throw ModelError("table " + std::string(record_->name) + " has no column " + std::string(column));
}

std::string TableRows::text(std::size_t row, std::string_view column) const {
    const std::size_t at = csv_column_[position(column)];
    return at == absent ? std::string() : std::string(csv_.cell(row, at));
}

Text TableRows::both(std::size_t row, std::string_view fr, std::string_view en) const {
    const std::string french = text(row, fr);
    const std::string english = text(row, en);
    return {english.empty() ? french : english, french.empty() ? english : french};
}

double TableRows::value(std::size_t row, std::string_view column) const {
    const std::vector<double>& values = values_[position(column)];
    return row < values.size() ? values[row] : std::nan("");
}

double TableRows::number(std::size_t row, std::string_view column, double when_blank) const {
    const double found = value(row, column);
    return std::isnan(found) ? when_blank : found;
}

int TableRows::integer(std::size_t row, std::string_view column, int when_blank) const {
    return static_cast<int>(number(row, column, when_blank));
}

std::uint32_t TableRows::code(std::size_t row, std::string_view column) const {
    const double found = value(row, column);
    return std::isnan(found) ? no_index : static_cast<std::uint32_t>(found);
}

std::int32_t TableRows::position_or_all(std::size_t row, std::string_view column) const {
    return integer(row, column, -1);
}

std::size_t TableRows::word(std::size_t row, std::string_view column) const {
    return static_cast<std::size_t>(integer(row, column));
}

AgeBand TableRows::age_band(std::size_t row, std::string_view column) const {
    return parse_age_band(text(row, column)).value_or(AgeBand{});
}

std::optional<AgeBand> parse_age_band(std::string_view text) {
    constexpr int oldest = 120;
    const bool open = text.ends_with('+');
    const std::size_t dash = open ? text.size() - 1 : text.find('-');
    if (dash == std::string_view::npos || dash == 0 || dash > 3 || text.size() > 7 ||
        text.find_first_not_of("0123456789-+") != std::string_view::npos) {
        return std::nullopt;
    }
    const auto from = parse_number(text.substr(0, dash));
    const auto to = open ? std::optional<double>(oldest) : parse_number(text.substr(dash + 1));
    if (!from || !to || *from < 0 || *to > oldest || *from > *to) {
        return std::nullopt;
    }
    return AgeBand{std::string(text), static_cast<int>(*from), static_cast<int>(*to)};
}

}  // namespace releve
