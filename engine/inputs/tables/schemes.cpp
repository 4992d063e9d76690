#include "engine/inputs/tables/periods.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "scheme", .type = ColumnType::code, .meaning = {"legal scheme", "dispositif légal"}},
    {.name = "action", .meaning = {"action that may follow it", "action qui peut le suivre"}},
    {.name = "name_fr", .meaning = {"French name", "nom français"}},
    {.name = "name_en", .required = false, .blank = true, .meaning = {"English name", "nom anglais"}},
    {.name = "from", .type = ColumnType::month, .meaning = {"first month open", "premier mois d'ouverture"}},
    {.name = "until",
     .type = ColumnType::month,
     .blank = true,
     .meaning = {"last month open; blank if still open", "dernier mois d'ouverture\u00a0; vide si toujours ouvert"}},
    {.name = "source", .required = false, .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"scheme"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.schemes.push_back(
            {.code = rows.text(row, "scheme"),
             .action = rows.text(row, "action"),
             .name = rows.both(row, "name_fr", "name_en"),
             .from = {rows.integer(row, "from")},
             .until = rows.blank(row, "until") ? std::nullopt : std::optional(Month{rows.integer(row, "until")}),
             .source = rows.text(row, "source"),
             .where = line_of(rows, row)});
    }
}

}  // namespace

constinit const Table schemes = {
    .name = "schemes",
    .meaning = {"legal schemes that actions may follow, and when they are open",
                "dispositifs légaux que les actions peuvent suivre, et leurs dates"},
    .columns = columns,
    .key = key,
    .needed_by = "actions that name a scheme",
    .check = check_periods,
    .load = load,
};

}  // namespace releve::tables
