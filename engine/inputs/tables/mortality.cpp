#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

#include <algorithm>
#include <array>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    sex_column,
    {.name = "age", .type = ColumnType::integer, .unit = "year", .least = 0, .most = 120, .meaning = {"age", "âge"}},
    share_column("annual_probability", {"probability of dying within the year", "probabilité de mourir dans l'année"}),
};
constexpr std::string_view key[] = {"sex", "age"};

/// Ages follow each other, for both sexes, from 15 or before.
void check(const TableRows& rows, Problems& problems) {
    constexpr int working_age = 15;
    std::array<std::vector<int>, sex_words.size()> ages;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        ages[rows.word(row, "sex")].push_back(rows.integer(row, "age"));
    }
    for (std::size_t sex = 0; sex < ages.size(); ++sex) {
        std::sort(ages[sex].begin(), ages[sex].end());
        int expected = ages[sex].empty() ? working_age : std::min(ages[sex].front(), working_age);
        for (const int age : ages[sex]) {
            expected += age == expected ? 1 : 0;
        }
        if (ages[sex].empty() || expected <= ages[sex].back()) {
            problems.add(rows.file() + " age",
                         fill({"no line for {}, age {} (every age from 15 or before, without a gap) add it",
                               "aucune ligne pour {}, âge {} (tous les âges depuis 15 ans ou avant, sans trou) "
                               "ajoutez-la"},
                              {sex_words[sex].label, std::to_string(expected)}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        std::vector<double>& by_age = pack.mortality[rows.word(row, "sex")];
        const std::size_t age = static_cast<std::size_t>(rows.integer(row, "age"));
        by_age.resize(std::max(by_age.size(), age + 1), 0.0);
        by_age[age] = rows.number(row, "annual_probability");
    }
}

}  // namespace

constinit const Table mortality = {
    .name = "mortality",
    .meaning = {"probability of dying within the year, by sex and age",
                "probabilité de mourir dans l'année, par sexe et âge"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "mortality",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
