#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "sex", .type = ColumnType::word, .words = sex_words, .meaning = {"sex", "sexe"}},
    {.name = "age_band",
     .type = ColumnType::age_band,
     .unit = "year",
     .meaning = {"first and last age, included", "premier et dernier âge, inclus"}},
    {.name = "rate",
     .type = ColumnType::share,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share in work or looking for it", "part en emploi ou en recherche"}},
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
