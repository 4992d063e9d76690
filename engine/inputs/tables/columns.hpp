#pragma once
#include "engine/inputs/table_rows.hpp"

#include <vector>

/// Columns that many tables have, said once.
namespace releve::tables {

inline constexpr TableColumn occupation_column{
    .name = "occupation", .type = ColumnType::code, .refers_to = "occupations", .meaning = {"occupation", "métier"}};
inline constexpr TableColumn establishment_column{.name = "establishment",
                                                  .type = ColumnType::code,
                                                  .refers_to = "establishments",
                                                  .meaning = {"establishment", "établissement"}};
inline constexpr TableColumn sex_column{
    .name = "sex", .type = ColumnType::word, .words = sex_words, .meaning = {"sex", "sexe"}};
inline constexpr TableColumn age_band_column{
    .name = "age_band",
    .type = ColumnType::age_band,
    .unit = "year",
    .meaning = {"first and last age, included", "premier et dernier âge, inclus"}};

/// A share or a probability, from 0 to 1.
constexpr TableColumn share_column(std::string_view name, Label meaning) {
    return {.name = name, .type = ColumnType::share, .unit = "1", .least = 0, .most = 1, .meaning = meaning};
}

/// What the lines say in one column, by occupation; 0 for those without a line.
inline std::vector<double> by_occupation(const TableRows& rows, const Pack& pack, std::string_view column) {
    std::vector<double> values(pack.occupations.size(), 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        values[rows.code(row, "occupation")] = rows.number(row, column);
    }
    return values;
}

}  // namespace releve::tables
