#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    share_column("hire_share", {"share of fixed-term contracts among hires, agency work apart",
                                "part des CDD dans les embauches, hors intérim"}),
    {.name = "mean_duration_months",
     .type = ColumnType::number,
     .unit = "month",
     .least = 0,
     .most = 120,
     .least_excluded = true,
     .meaning = {"mean length of these contracts", "durée moyenne de ces contrats"}},
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.fixed_term.assign(pack.occupations.size(), {});
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.fixed_term[rows.code(row, "occupation")] = {
            .hire_share = rows.number(row, "hire_share"),
            .mean_duration_months = rows.number(row, "mean_duration_months")};
    }
}

}  // namespace

constinit const Table fixed_term = {
    .name = "fixed_term",
    .meaning = {"fixed-term hires by occupation", "embauches à durée déterminée par métier"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "matching, contract_end",
    .covers = "occupation",
    .load = load,
};

}  // namespace releve::tables
