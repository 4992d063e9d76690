#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    {.name = "competence",
     .type = ColumnType::code,
     .refers_to = "competences",
     .meaning = {"competence", "compétence"}},
    {.name = "level",
     .type = ColumnType::share,
     .unit = "1",
     .least = 0,
     .most = 1,
     .least_excluded = true,
     .meaning = {"level asked for", "niveau demandé"}},
    {.name = "essential",
     .type = ColumnType::flag,
     .meaning = {"the occupation cannot be done without it", "indispensable au métier"}},
};
constexpr std::string_view key[] = {"occupation", "competence"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.profiles.resize(pack.occupations.size());
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.profiles[rows.code(row, "occupation")].push_back({.competence = rows.code(row, "competence"),
                                                               .level = static_cast<float>(rows.number(row, "level")),
                                                               .essential = rows.flag(row, "essential")});
    }
}

}  // namespace

constinit const Table occupation_competences = {
    .name = "occupation_competences",
    .meaning = {"the competences each occupation asks for", "les compétences que demande chaque métier"},
    .columns = columns,
    .key = key,
    .needed_with = "competences",
    .needed_by = "competences, diagnosis",
    .load = load,
};

}  // namespace releve::tables
