#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "sector",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "sectors",
     .meaning = {"sector; blank for all", "secteur\u00a0; vide pour tous"}},
    {.name = "occupation",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "occupations",
     .meaning = {"occupation; blank for all", "métier\u00a0; vide pour tous"}},
    {.name = "year",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"year", "année"}},
    {.name = "growth",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = -1,
     .most = 10,
     .meaning = {"growth in the year", "croissance dans l'année"}},
};
constexpr std::string_view key[] = {"sector", "occupation", "year"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.demand.push_back({.sector = rows.position_or_all(row, "sector"),
                               .occupation = rows.position_or_all(row, "occupation"),
                               .year = rows.integer(row, "year"),
                               .growth = rows.number(row, "growth")});
    }
}

}  // namespace

constinit const Table demand = {
    .name = "demand",
    .meaning = {"growth of the posts wanted, by sector and occupation",
                "croissance des postes voulus, par secteur et métier"},
    .columns = columns,
    .key = key,
    .needed_with = "establishments",
    .needed_by = "demand",
    .load = load,
};

}  // namespace releve::tables
