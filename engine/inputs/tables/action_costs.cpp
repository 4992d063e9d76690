#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "action", .meaning = {"action", "action"}},
    {.name = "item", .meaning = {"what is paid for", "ce qui est payé"}},
    {.name = "cost",
     .type = ColumnType::number,
     .unit = "EUR",
     .least = 0,
     .meaning = {"cost of one unit", "coût d'une unité"}},
    {.name = "unit", .meaning = {"unit", "unité"}},
    {.name = "source", .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"action", "item"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.action_costs.push_back({.action = rows.text(row, "action"),
                                     .item = rows.text(row, "item"),
                                     .unit = rows.text(row, "unit"),
                                     .source = rows.text(row, "source"),
                                     .cost = rows.number(row, "cost")});
    }
}

}  // namespace

constinit const Table action_costs = {
    .name = "action_costs",
    .meaning = {"unit costs of the actions", "coûts unitaires des actions"},
    .columns = columns,
    .key = key,
    .needed_by = "costs of actions",
    .load = load,
};

}  // namespace releve::tables
