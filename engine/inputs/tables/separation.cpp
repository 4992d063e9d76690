#include "engine/inputs/tables/columns.hpp"

#include <array>

namespace releve::tables {

namespace {

constexpr const Word& word_of(Separation kind) { return separation_words[static_cast<std::size_t>(kind)]; }
constexpr std::array kinds{word_of(Separation::quit), word_of(Separation::layoff), word_of(Separation::other)};

constexpr TableColumn columns[] = {
    occupation_column,
    {.name = "kind", .type = ColumnType::word, .words = kinds, .meaning = {"kind of separation", "nature du départ"}},
    {.name = "annual_rate",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = 0,
     .most = 12,
     .meaning = {"separations per person and year", "départs par personne et par an"}},
};
constexpr std::string_view key[] = {"occupation", "kind"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    const std::array<std::vector<double>*, kinds.size()> rates{&pack.quit_rate, &pack.layoff_rate, &pack.other_rate};
    for (std::vector<double>* rate : rates) {
        rate->assign(pack.occupations.size(), 0.0);
    }
    for (std::size_t row = 0; row < rows.count(); ++row) {
        (*rates[rows.word(row, "kind")])[rows.code(row, "occupation")] = rows.number(row, "annual_rate");
    }
}

}  // namespace

constinit const Table separation = {
    .name = "separation",
    .meaning = {"rates at which people leave their post, by occupation", "taux de départ du poste, par métier"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "separation, quit",
    .covers = "occupation",
    .load = load,
};

}  // namespace releve::tables
