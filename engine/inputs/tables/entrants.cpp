#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    share_column("share", {"share of those who enter the workforce", "part de ceux qui entrent dans la vie active"}),
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) { pack.entrants = by_occupation(rows, pack, "share"); }

}  // namespace

constinit const Table entrants = {
    .name = "entrants",
    .meaning = {"first occupation of those who take the place of retired people, in a pack by occupation alone",
                "premier métier de ceux qui prennent la place des retraités, dans un territoire par métiers"},
    .columns = columns,
    .key = key,
    .needed_by = "renewal",
    .sums_to_one = {"share", {}},
    .load = load,
};

}  // namespace releve::tables
