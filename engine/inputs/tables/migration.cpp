#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    sex_column,
    age_band_column,
    {.name = "in_rate",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = 0,
     .most = 1,
     .meaning = {"arrivals per resident and year", "arrivées par habitant et par an"}},
    {.name = "out_rate",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = 0,
     .most = 1,
     .meaning = {"departures per resident and year", "départs par habitant et par an"}},
};
constexpr std::string_view key[] = {"sex", "age_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const AgeBand band = rows.age_band(row, "age_band");
        pack.migration[rows.word(row, "sex")].push_back(
            {band.from, band.to, rows.number(row, "in_rate"), rows.number(row, "out_rate")});
    }
}

}  // namespace

constinit const Table migration = {
    .name = "migration",
    .meaning = {"people who move into the territory or leave it, by sex and age",
                "arrivées et départs d'habitants, par sexe et âge"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "migration",
    .load = load,
};

}  // namespace releve::tables
