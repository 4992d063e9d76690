#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "posts",
     .type = ColumnType::integer,
     .unit = "post",
     .least = 1,
     .most = 100,
     .meaning = {"posts at birth, the founder's included", "postes à la création, celui du créateur compris"}},
    share_column("share", {"share of births", "part des créations"}),
};
constexpr std::string_view key[] = {"posts"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.birth_sizes.push_back({rows.integer(row, "posts"), rows.number(row, "share")});
    }
}

}  // namespace

constinit const Table birth_sizes = {
    .name = "birth_sizes",
    .meaning = {"posts with which establishments are born", "postes avec lesquels naissent les établissements"},
    .columns = columns,
    .key = key,
    .needed_with = "births",
    .needed_by = "birth",
    .sums_to_one = {.column = "share"},
    .load = load,
};

}  // namespace releve::tables
