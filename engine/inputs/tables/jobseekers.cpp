#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "occupation", .type = ColumnType::code, .refers_to = "occupations", .meaning = {"occupation", "métier"}},
    {.name = "share",
     .type = ColumnType::share,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of the unemployed", "part des demandeurs d'emploi"}},
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.jobseekers.assign(pack.occupations.size(), 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.jobseekers[rows.code(row, "occupation")] = rows.number(row, "share");
    }
}

}  // namespace

constinit const Table jobseekers = {
    .name = "jobseekers",
    .meaning = {"occupations looked for by the unemployed", "métiers recherchés par les demandeurs d'emploi"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "synthesis",
    .sums_to_one = {"share"},
    .load = load,
};

}  // namespace releve::tables
