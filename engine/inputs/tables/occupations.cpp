#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "occupation", .type = ColumnType::code, .meaning = {"occupation code", "code du métier"}},
    {.name = "name_fr", .meaning = {"French name", "nom en français"}},
    {.name = "name_en",
     .blank = true,
     .meaning = {"English name; blank: as in French", "nom en anglais\u00a0; vide\u00a0: comme en français"}},
    {.name = "parent",
     .required = false,
     .blank = true,
     .meaning = {"code of the group it belongs to", "code du groupe dont il relève"}},
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.occupations.add(rows.text(row, "occupation"), rows.both(row, "name_fr", "name_en"),
                             rows.text(row, "parent"));
    }
}

}  // namespace

constinit const Table occupations = {
    .name = "occupations",
    .meaning = {"the occupations of the model (FAP families, or any list)",
                "les métiers du modèle (familles FAP, ou toute autre liste)"},
    .columns = columns,
    .key = key,
    .required = true,
    .crossed = true,
    .any_step = true,
    .needed_by = "everything",
    .load = load,
};

}  // namespace releve::tables
