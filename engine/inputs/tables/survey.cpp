#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "establishment",
     .type = ColumnType::code,
     .refers_to = "establishments",
     .meaning = {"establishment that answered", "établissement qui a répondu"}},
    {.name = "stratum",
     .meaning = {"group of establishments that it stands for", "groupe d'établissements qu'il représente"}},
    {.name = "weight",
     .type = ColumnType::number,
     .unit = "establishment",
     .least = 1,
     .meaning =
         {"establishments of the territory that it stands for: those of its stratum, and a share of those of strata "
          "where nobody answered",
          "établissements du territoire qu'il représente\u00a0: ceux de sa strate, et une part de ceux des strates où "
          "personne n'a répondu"}},
};
constexpr std::string_view key[] = {"establishment"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.survey.push_back({.establishment = rows.code(row, "establishment"),
                               .stratum = rows.text(row, "stratum"),
                               .weight = rows.number(row, "weight")});
    }
}

}  // namespace

constinit const Table survey = {
    .name = "survey",
    .meaning = {"establishments that answered the survey of employers, with their weights against non-response",
                "établissements qui ont répondu à l'enquête, avec leurs poids contre la non-réponse"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .any_step = true,
    .needed_by = "diagnose",
    .load = load,
};

}  // namespace releve::tables
