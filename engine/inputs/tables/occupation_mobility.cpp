#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"from_occupation"};

constexpr TableColumn columns[] = {
    {.name = "from_occupation",
     .type = ColumnType::code,
     .refers_to = "occupations",
     .meaning = {"occupation left", "métier quitté"}},
    {.name = "to_occupation",
     .type = ColumnType::code,
     .refers_to = "occupations",
     .meaning = {"occupation entered", "métier pris"}},
    share_column("weight", {"share of the moves", "part des mouvements"}),
};
constexpr std::string_view key[] = {"from_occupation", "to_occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    const std::size_t occupations = pack.occupations.size();
    pack.mobility.assign(occupations * occupations, 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const std::size_t from = rows.code(row, "from_occupation");
        pack.mobility[from * occupations + rows.code(row, "to_occupation")] = rows.number(row, "weight");
    }
}

}  // namespace

constinit const Table occupation_mobility = {
    .name = "occupation_mobility",
    .meaning = {"where people of an occupation look for their next post",
                "où les gens d'un métier cherchent leur prochain poste"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "matching",
    .sums_to_one = {"weight", by},
    .covers = "from_occupation",
    .load = load,
};

}  // namespace releve::tables
