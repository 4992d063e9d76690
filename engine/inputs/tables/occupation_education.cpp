#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"occupation"};

constexpr TableColumn columns[] = {
    occupation_column,
    {.name = "education",
     .type = ColumnType::word,
     .words = education_words,
     .meaning = {"highest diploma", "diplôme le plus élevé"}},
    share_column("share", {"share of the people in the occupation", "part des personnes du métier"}),
};
constexpr std::string_view key[] = {"occupation", "education"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.education_by_occupation.assign(pack.occupations.size(), {});
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.education_by_occupation[rows.code(row, "occupation")][rows.word(row, "education")] =
            rows.number(row, "share");
    }
}

}  // namespace

constinit const Table occupation_education = {
    .name = "occupation_education",
    .meaning = {"education of the people in each occupation", "diplômes des personnes de chaque métier"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "synthesis",
    .sums_to_one = {"share", by},
    .covers = "occupation",
    .load = load,
};

}  // namespace releve::tables
