#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    share_column("share", {"share of the unemployed", "part des demandeurs d'emploi"}),
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) { pack.jobseekers = by_occupation(rows, pack, "share"); }

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
