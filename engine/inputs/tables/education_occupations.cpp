#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

#include <array>

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"education"};

constexpr TableColumn columns[] = {
    {.name = "education",
     .type = ColumnType::word,
     .words = education_words,
     .meaning = {"highest diploma", "diplôme le plus élevé"}},
    occupation_column,
    share_column("share", {"share of those who leave with this diploma", "part des sortants de ce diplôme"}),
};
constexpr std::string_view key[] = {"education", "occupation"};

void check(const TableRows& rows, Problems& problems) {
    std::array<bool, education_words.size()> seen{};
    for (std::size_t row = 0; row < rows.count(); ++row) {
        seen[rows.word(row, "education")] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i]) {
            problems.add(rows.file() + " education",
                         fill({"no line for \"{}\" (every diploma needs its occupations) add it",
                               "aucune ligne pour «\u00a0{}\u00a0» (chaque diplôme a ses "
                               "métiers) ajoutez-la"},
                              {education_words[i].code}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::vector<double>& shares : pack.first_occupation) {
        shares.assign(pack.occupations.size(), 0.0);
    }
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.first_occupation[rows.word(row, "education")][rows.code(row, "occupation")] = rows.number(row, "share");
    }
}

}  // namespace

constinit const Table education_occupations = {
    .name = "education_occupations",
    .meaning = {"first occupation of those who leave school, by diploma",
                "premier métier à la sortie des études, par diplôme"},
    .columns = columns,
    .key = key,
    .needed_with = "school_leaving",
    .needed_by = "entry_from_school",
    .sums_to_one = {"share", by},
    .check = check,
    .load = load,
};

}  // namespace releve::tables
