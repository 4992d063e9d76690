#include "engine/inputs/table_rows.hpp"

#include <algorithm>
#include <tuple>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "law",
     .type = ColumnType::code,
     .refers_to = "pension_law",
     .meaning = {"name of the law", "nom de la loi"}},
    {.name = "born_from",
     .type = ColumnType::date,
     .meaning = {"first birth date concerned", "première date de naissance concernée"}},
    {.name = "start_before_age",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 10,
     .most = 30,
     .meaning = {"age before the end of whose year five quarters are validated (four if born from October on)",
                 "âge avant la fin de l'année duquel cinq trimestres sont validés (quatre si né à partir d'octobre)"}},
    {.name = "quarters_extra",
     .type = ColumnType::integer,
     .unit = "quarter",
     .least = 0,
     .most = 40,
     .meaning = {"quarters beyond those of the full rate", "trimestres au-delà de ceux du taux plein"}},
    {.name = "earliest_age_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = 660,  // 55 years: the process retirement looks at nobody younger
     .most = 900,
     .meaning = {"earliest age of departure", "âge de départ le plus précoce"}},
};
constexpr std::string_view key[] = {"law", "born_from", "start_before_age"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.pension_laws[rows.code(row, "law")].long_careers.push_back(
            {.born_from = rows.integer(row, "born_from"),
             .start_before_age = rows.integer(row, "start_before_age"),
             .quarters_extra = rows.integer(row, "quarters_extra"),
             .earliest_age_months = rows.integer(row, "earliest_age_months")});
    }
    for (PensionLaw& law : pack.pension_laws) {
        std::sort(law.long_careers.begin(), law.long_careers.end(), [](const LongCareerRow& a, const LongCareerRow& b) {
            return std::tie(a.born_from, a.start_before_age) < std::tie(b.born_from, b.start_before_age);
        });
    }
}

}  // namespace

constinit const Table long_careers = {
    .name = "long_careers",
    .meaning = {"early retirement for long careers, by law and birth cohort",
                "départs anticipés pour carrière longue, par loi et génération"},
    .columns = columns,
    .key = key,
    .needed_by = "retirement",
    .load = load,
};

}  // namespace releve::tables
