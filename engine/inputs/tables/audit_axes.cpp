#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "axis", .type = ColumnType::code, .meaning = {"axis code", "code de l'axe"}},
    {.name = "name_fr", .meaning = {"French name", "nom en français"}},
    {.name = "name_en",
     .blank = true,
     .meaning = {"English name; blank: as in French", "nom en anglais\u00a0; vide\u00a0: comme en français"}},
};
constexpr std::string_view key[] = {"axis"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.audit_axes.add(rows.text(row, "axis"), rows.both(row, "name_fr", "name_en"), "");
    }
}

}  // namespace

constinit const Table audit_axes = {
    .name = "audit_axes",
    .meaning = {"axes on which establishments are audited", "axes sur lesquels les établissements sont audités"},
    .columns = columns,
    .key = key,
    .needed_with = "audits",
    .needed_by = "diagnosis",
    .load = load,
};

}  // namespace releve::tables
