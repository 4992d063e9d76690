#include "engine/inputs/reading/age_lines.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    age_band_column,
    share_column("share", {"share of the workforce, evenly spread over the months of the band",
                           "part des actifs, répartie également sur les mois de la tranche"}),
};
constexpr std::string_view key[] = {"age_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.workforce_ages.push_back({rows.age_band(row, "age_band"), rows.number(row, "share")});
    }
}

}  // namespace

constinit const Table workforce_ages = {
    .name = "workforce_ages",
    .meaning = {"ages of the workforce just before the start, in a pack by occupation alone",
                "âges des actifs juste avant le départ, dans un territoire par métiers"},
    .columns = columns,
    .key = key,
    .needed_by = "synthesis",
    .sums_to_one = {"share", {}},
    .check = check_ages_follow,
    .load = load,
};

}  // namespace releve::tables
