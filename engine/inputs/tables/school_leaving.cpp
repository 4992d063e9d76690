#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"sex"};

constexpr TableColumn columns[] = {
    sex_column,
    {.name = "education",
     .type = ColumnType::word,
     .words = education_words,
     .meaning = {"highest diploma", "diplôme le plus élevé"}},
    {.name = "age",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 15,
     .most = 40,
     .meaning = {"age at the end of studies", "âge de fin d'études"}},
    share_column("share", {"share of the cohort", "part de la génération"}),
};
constexpr std::string_view key[] = {"sex", "education", "age"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.school_leaving[rows.word(row, "sex")].push_back(
            {.education = static_cast<Education>(rows.word(row, "education")),
             .age = rows.integer(row, "age"),
             .share = rows.number(row, "share")});
    }
}

}  // namespace

constinit const Table school_leaving = {
    .name = "school_leaving",
    .meaning = {"at what age and with what diploma young people leave school", "âge et diplôme de fin d'études"},
    .columns = columns,
    .key = key,
    .needed_with = "school_cohorts",
    .needed_by = "entry_from_school",
    .sums_to_one = {"share", by},
    .load = load,
};

}  // namespace releve::tables
