#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    sex_column,
    age_band_column,
    share_column("rate", {"share in work or looking for it", "part en emploi ou en recherche"}),
};
constexpr std::string_view key[] = {"sex", "age_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const AgeBand band = rows.age_band(row, "age_band");
        pack.activity[rows.word(row, "sex")].push_back({band.from, band.to, rows.number(row, "rate")});
    }
}

}  // namespace

constinit const Table activity = {
    .name = "activity",
    .meaning = {"share of residents in work or looking for it, by sex and age",
                "part des habitants en emploi ou en recherche, par sexe et âge"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "activity",
    .load = load,
};

}  // namespace releve::tables
