#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "indicator", .meaning = {"indicator", "indicateur"}},
    {.name = "period", .meaning = {"year or month", "année ou mois"}},
    {.name = "breakdown",
     .blank = true,
     .meaning = {"breakdown; blank for the whole", "ventilation\u00a0; vide pour l'ensemble"}},
    {.name = "value", .type = ColumnType::number, .meaning = {"value", "valeur"}},
    {.name = "unit", .blank = true, .meaning = {"unit", "unité"}},
    {.name = "source", .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"indicator", "period", "breakdown"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.observed.push_back({.indicator = rows.text(row, "indicator"),
                                 .period = rows.text(row, "period"),
                                 .breakdown = rows.text(row, "breakdown"),
                                 .unit = rows.text(row, "unit"),
                                 .source = rows.text(row, "source"),
                                 .value = rows.number(row, "value")});
    }
}

}  // namespace

constinit const Table observed = {
    .name = "observed",
    .meaning = {"what was observed, to calibrate and to judge the model",
                "ce qui a été observé, pour caler et juger le modèle"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_by = "calibrate, hindcast, evaluate",
    .load = load,
};

}  // namespace releve::tables
