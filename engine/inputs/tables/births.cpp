#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "sector", .type = ColumnType::code, .refers_to = "sectors", .meaning = {"sector", "secteur"}},
    {.name = "annual_rate",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = 0,
     .most = 2,
     .meaning = {"births a year for one establishment of the sector at the start",
                 "créations par an pour un établissement du secteur au départ"}},
};
constexpr std::string_view key[] = {"sector"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.birth_rate.assign(pack.sectors.size(), 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.birth_rate[rows.code(row, "sector")] = rows.number(row, "annual_rate");
    }
}

}  // namespace

constinit const Table births = {
    .name = "births",
    .meaning = {"births of establishments by sector", "créations d'établissements par secteur"},
    .columns = columns,
    .key = key,
    .needed_with = "birth_sizes",
    .needed_by = "birth",
    .covers = "sector",
    .load = load,
};

}  // namespace releve::tables
