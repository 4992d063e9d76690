#include "engine/inputs/reading/age_lines.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    age_band_column,
    share_column("monthly_probability", {"probability that a person in post loses or leaves it in a month",
                                         "probabilité qu'une personne en poste le perde ou le quitte dans le mois"}),
};
constexpr std::string_view key[] = {"age_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.separation_by_age = by_year_of_age(rows, "monthly_probability");
}

}  // namespace

constinit const Table separation_by_age = {
    .name = "separation_by_age",
    .meaning = {"rates at which people of an age lose or leave their post",
                "taux auxquels on perd ou quitte son poste à un âge donné"},
    .columns = columns,
    .key = key,
    .needed_by = "separation_by_age",
    .check = check_ages_follow,
    .load = load,
};

}  // namespace releve::tables
