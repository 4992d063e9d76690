#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"occupation"};

constexpr TableColumn columns[] = {
    occupation_column,
    {.name = "contract", .type = ColumnType::word, .words = contract_words, .meaning = {"contract", "contrat"}},
    share_column("share", {"share of the people in the occupation", "part des personnes du métier"}),
};
constexpr std::string_view key[] = {"occupation", "contract"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.contracts_by_occupation.assign(pack.occupations.size(), {});
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.contracts_by_occupation[rows.code(row, "occupation")][rows.word(row, "contract")] =
            rows.number(row, "share");
    }
}

}  // namespace

constinit const Table occupation_contracts = {
    .name = "occupation_contracts",
    .meaning = {"contracts of the people in each occupation", "contrats des personnes de chaque métier"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "synthesis, separation",
    .sums_to_one = {"share", by},
    .covers = "occupation",
    .load = load,
};

}  // namespace releve::tables
