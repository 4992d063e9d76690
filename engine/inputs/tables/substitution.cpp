#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    share_column("share", {"share of its work that technology can take over",
                           "part de son travail que la technique peut remplacer"}),
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) { pack.substitution = by_occupation(rows, pack, "share"); }

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
