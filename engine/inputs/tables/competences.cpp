#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "competence", .type = ColumnType::code, .meaning = {"competence code", "code de la compétence"}},
    {.name = "name_fr", .meaning = {"French name", "nom en français"}},
    {.name = "name_en",
     .blank = true,
     .meaning = {"English name; blank: as in French", "nom en anglais\u00a0; vide\u00a0: comme en français"}},
    {.name = "parent",
     .required = false,
     .blank = true,
     .meaning = {"code of the group it belongs to", "code du groupe dont il relève"}},
    {.name = "learning_months",
     .type = ColumnType::number,
     .unit = "month",
     .least = 0,
     .least_excluded = true,
     .meaning = {"months of practice to master it", "mois de pratique pour la maîtriser"}},
    {.name = "fading_months",
     .type = ColumnType::number,
     .unit = "month",
     .least = 0,
     .least_excluded = true,
     .meaning = {"months without practice to lose it", "mois sans pratique pour la perdre"}},
};
constexpr std::string_view key[] = {"competence"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.competences.add(rows.text(row, "competence"), rows.both(row, "name_fr", "name_en"),
                             rows.text(row, "parent"));
        pack.learning_months.push_back(rows.number(row, "learning_months"));
        pack.fading_months.push_back(rows.number(row, "fading_months"));
    }
}

}  // namespace

constinit const Table competences = {
    .name = "competences",
    .meaning = {"groups of skills under the occupations", "groupes de compétences sous les métiers"},
    .columns = columns,
    .key = key,
    .crossed = true,
    .needed_with = "occupation_competences",
    .needed_by = "competences, tutoring, holders at risk",
    .load = load,
};

}  // namespace releve::tables
