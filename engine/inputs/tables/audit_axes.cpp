#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "axis", .type = ColumnType::code, .meaning = {"axis code", "code de l'axe"}},
    {.name = "name_fr", .meaning = {"French name", "nom en français"}},
    {.name = "name_en",
     .blank = true,
     .meaning = {"English name; blank: as in French", "nom en anglais\u00a0; vide\u00a0: comme en français"}},
    {.name = "question_fr",
     .required = false,
     .blank = true,
     .meaning = {"what the survey asks, in French", "ce que demande l'enquête, en français"}},
    {.name = "question_en",
     .required = false,
     .blank = true,
     .meaning = {"what the survey asks, in English", "ce que demande l'enquête, en anglais"}},
    {.name = "low_fr",
     .required = false,
     .blank = true,
     .meaning = {"what a score of 0 looks like, in French", "ce que veut dire une note de 0, en français"}},
    {.name = "low_en",
     .required = false,
     .blank = true,
     .meaning = {"what a score of 0 looks like, in English", "ce que veut dire une note de 0, en anglais"}},
    {.name = "high_fr",
     .required = false,
     .blank = true,
     .meaning = {"what a score of 4 looks like, in French", "ce que veut dire une note de 4, en français"}},
    {.name = "high_en",
     .required = false,
     .blank = true,
     .meaning = {"what a score of 4 looks like, in English", "ce que veut dire une note de 4, en anglais"}},
};
constexpr std::string_view key[] = {"axis"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.audit_axes.add(rows.text(row, "axis"), rows.both(row, "name_fr", "name_en"), "");
        pack.audit_questions.push_back({.question = rows.both(row, "question_fr", "question_en"),
                                        .low = rows.both(row, "low_fr", "low_en"),
                                        .high = rows.both(row, "high_fr", "high_en")});
    }
}

}  // namespace

constinit const Table audit_axes = {
    .name = "audit_axes",
    .meaning = {"axes on which establishments are audited", "axes sur lesquels les établissements sont audités"},
    .columns = columns,
    .key = key,
    .needed_with = "audits",
    .needed_by = "conduct, diagnose, import",
    .load = load,
};

}  // namespace releve::tables
