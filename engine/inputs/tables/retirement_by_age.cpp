#include "engine/inputs/reading/age_lines.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    age_band_column,
    share_column("monthly_probability",
                 {"probability of retiring in a month", "probabilité de partir en retraite dans le mois"}),
};
constexpr std::string_view key[] = {"age_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.retirement_by_age = by_year_of_age(rows, "monthly_probability");
}

}  // namespace

constinit const Table retirement_by_age = {
    .name = "retirement_by_age",
    .meaning = {"retirements by age, for a pack without a pension law",
                "départs en retraite par âge, pour un territoire sans loi de retraite"},
    .columns = columns,
    .key = key,
    .needed_by = "retirement_by_age",
    .check = check_ages_follow,
    .load = load,
};

}  // namespace releve::tables
