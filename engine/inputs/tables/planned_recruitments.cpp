#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    establishment_column,
    occupation_column,
    {.name = "year",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"year", "année"}},
    {.name = "reason", .type = ColumnType::word, .words = planned_reason_words, .meaning = {"why", "pourquoi"}},
    {.name = "persons",
     .type = ColumnType::integer,
     .unit = "person",
     .least = 0,
     .most = 100'000,
     .meaning = {"people the employer expects to recruit", "personnes que l'employeur compte recruter"}},
    {.name = "difficult",
     .type = ColumnType::flag,
     .required = false,
     .blank = true,
     .meaning = {"1: the employer expects it to be difficult, 0: not; blank: not told",
                 "1\u00a0: l'employeur s'attend à des difficultés, 0\u00a0: non\u00a0; vide\u00a0: non dit"}},
};
constexpr std::string_view key[] = {"establishment", "occupation", "year", "reason"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        PlannedRecruitment planned{.establishment = rows.code(row, "establishment"),
                                   .occupation = rows.code(row, "occupation"),
                                   .year = rows.integer(row, "year"),
                                   .persons = rows.integer(row, "persons"),
                                   .reason = static_cast<PlannedReason>(rows.word(row, "reason"))};
        if (rows.has("difficult") && !rows.blank(row, "difficult")) {
            planned.difficult = rows.flag(row, "difficult");
        }
        pack.planned_recruitments.push_back(planned);
    }
}

}  // namespace

constinit const Table planned_recruitments = {
    .name = "planned_recruitments",
    .meaning = {"what employers told a survey they expect to recruit",
                "ce que des employeurs ont dit compter recruter, dans une enquête"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .any_step = true,
    .needed_by = "diagnose",
    .load = load,
};

}  // namespace releve::tables
