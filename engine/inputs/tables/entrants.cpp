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
     .meaning = {"share of those who enter the workforce", "part de ceux qui entrent dans la vie active"}},
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.entrants.assign(pack.occupations.size(), 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.entrants[rows.code(row, "occupation")] = rows.number(row, "share");
    }
}

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
