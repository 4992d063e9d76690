#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "sector", .type = ColumnType::code, .meaning = {"sector code", "code du secteur"}},
    {.name = "name_fr", .meaning = {"French name", "nom en français"}},
    {.name = "name_en",
     .blank = true,
     .meaning = {"English name; blank: as in French", "nom en anglais\u00a0; vide\u00a0: comme en français"}},
    {.name = "parent",
     .required = false,
     .blank = true,
     .meaning = {"code of the group it belongs to", "code du groupe dont il relève"}},
};
constexpr std::string_view key[] = {"sector"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.sectors.add(rows.text(row, "sector"), rows.both(row, "name_fr", "name_en"), rows.text(row, "parent"));
    }
}

}  // namespace

constinit const Table sectors = {
    .name = "sectors",
    .meaning = {"sectors of activity of the establishments", "secteurs d'activité des établissements"},
    .columns = columns,
    .key = key,
    .crossed = true,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "demand, synthesis, outputs by sector",
    .load = load,
};

}  // namespace releve::tables
