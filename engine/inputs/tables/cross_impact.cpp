#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "from_axis",
     .type = ColumnType::code,
     .refers_to = "audit_axes",
     .meaning = {"axis that acts", "axe qui agit"}},
    {.name = "to_axis",
     .type = ColumnType::code,
     .refers_to = "audit_axes",
     .meaning = {"axis acted upon", "axe qui subit"}},
    {.name = "influence",
     .type = ColumnType::integer,
     .least = 0,
     .most = 3,
     .meaning = {"influence, from 0 (none) to 3 (strong)", "influence, de 0 (nulle) à 3 (forte)"}},
};
constexpr std::string_view key[] = {"from_axis", "to_axis"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.cross_impact.push_back(
            {rows.code(row, "from_axis"), rows.code(row, "to_axis"), rows.integer(row, "influence")});
    }
}

}  // namespace

constinit const Table cross_impact = {
    .name = "cross_impact",
    .meaning = {"direct influence of each audit axis on the others",
                "influence directe de chaque axe d'audit sur les autres"},
    .columns = columns,
    .key = key,
    .needed_by = "diagnose",
    .load = load,
};

}  // namespace releve::tables
