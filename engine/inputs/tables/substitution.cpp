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
     .meaning = {"share of its work that technology can take over",
                 "part de son travail que la technique peut remplacer"}},
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.substitution.assign(pack.occupations.size(), 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.substitution[rows.code(row, "occupation")] = rows.number(row, "share");
    }
}

}  // namespace

constinit const Table substitution = {
    .name = "substitution",
    .meaning =
        {"work that technology can take over, by occupation; a scenario says when (demand.substitution)",
         "travail que la technique peut remplacer, par métier\u00a0; un scénario dit quand (demand.substitution)"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_by = "demand",
    .load = load,
};

}  // namespace releve::tables
