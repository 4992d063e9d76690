#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "establishment",
     .type = ColumnType::code,
     .refers_to = "establishments",
     .meaning = {"establishment", "établissement"}},
    {.name = "axis", .type = ColumnType::code, .refers_to = "audit_axes", .meaning = {"axis", "axe"}},
    {.name = "score",
     .type = ColumnType::integer,
     .least = 0,
     .most = 4,
     .meaning = {"score, from 0 (weak) to 4 (strong)", "note, de 0 (faible) à 4 (fort)"}},
    {.name = "weak_point_fr",
     .required = false,
     .blank = true,
     .meaning = {"weak point, in French", "point faible, en français"}},
    {.name = "weak_point_en",
     .required = false,
     .blank = true,
     .meaning = {"weak point, in English", "point faible, en anglais"}},
    {.name = "evidence_fr",
     .required = false,
     .blank = true,
     .meaning = {"what the score rests on, in French", "ce qui fonde la note, en français"}},
    {.name = "evidence_en",
     .required = false,
     .blank = true,
     .meaning = {"what the score rests on, in English", "ce qui fonde la note, en anglais"}},
};
constexpr std::string_view key[] = {"establishment", "axis"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.audits.push_back({.establishment = rows.code(row, "establishment"),
                               .axis = rows.code(row, "axis"),
                               .score = rows.integer(row, "score"),
                               .weak_point = rows.both(row, "weak_point_fr", "weak_point_en"),
                               .evidence = rows.both(row, "evidence_fr", "evidence_en")});
    }
}

}  // namespace

constinit const Table audits = {
    .name = "audits",
    .meaning = {"scores and weak points of the audited establishments",
                "notes et points faibles des établissements audités"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .needed_by = "conduct, diagnose, working_conditions",
    .load = load,
};

}  // namespace releve::tables
