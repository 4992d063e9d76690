#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "sector",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "sectors",
     .meaning = {"sector; blank for all", "secteur\u00a0; vide pour tous"}},
    {.name = "occupation",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "occupations",
     .meaning = {"occupation; blank for all", "métier\u00a0; vide pour tous"}},
    {.name = "year",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"year", "année"}},
    {.name = "growth",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = -1,
     .most = 10,
     .meaning = {"growth in the year", "croissance dans l'année"}},
};
constexpr std::string_view key[] = {"sector", "occupation", "year"};

/// Growth of one year for a sector and occupation (-1: one that no line names): lines for all concern them too.
double growth_of(const Pack& pack, int year, std::int32_t sector, std::int32_t occupation) {
    double sum = 0;
    for (const DemandRow& row : pack.demand) {
        const bool concerns =
            (row.sector < 0 || row.sector == sector) && (row.occupation < 0 || row.occupation == occupation);
        sum += row.year == year && concerns ? row.growth : 0;
    }
    return sum;
}

/// Lowest sum that the lines of each kind (all, sector, occupation, both) could give in each year.
std::map<int, double> lowest_sums(const Pack& pack) {
    std::map<int, std::array<double, 4>> lowest;
    for (const DemandRow& row : pack.demand) {
        double& low = lowest[row.year][(row.sector < 0 ? 0U : 1U) + (row.occupation < 0 ? 0U : 2U)];
        low = std::min(low, row.growth);
    }
    std::map<int, double> sums;
    for (const auto& [year, low] : lowest) {
        sums[year] = low[0] + low[1] + low[2] + low[3];
    }
    return sums;
}

/// Growths of one year add up over the lines that concern a sector and occupation: together they may not pass -1.
void check_sums(const TableRows& rows, const Pack& pack, Problems& problems) {
    const std::map<int, double> lowest = lowest_sums(pack);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const DemandRow& one = pack.demand[row];
        if (one.growth >= 0 || lowest.at(one.year) >= -1) {
            continue;
        }
        double worst = growth_of(pack, one.year, one.sector, one.occupation);
        for (const DemandRow& other : pack.demand) {  // a line by sector meets those by occupation
            const bool crosses = other.year == one.year && one.occupation < 0 && other.occupation >= 0 &&
                                 (one.sector < 0 || other.sector < 0 || other.sector == one.sector);
            const std::int32_t sector = one.sector < 0 ? other.sector : one.sector;
            worst = crosses ? std::min(worst, growth_of(pack, one.year, sector, other.occupation)) : worst;
        }
        if (worst < -1) {
            problems.add(
                rows.where(row, "growth"),
                fill({"growths that sum to {} (with the other lines of the year that concern the same posts: they "
                      "would become negative) raise one of them",
                      "des croissances de somme {} (avec les autres lignes de l'année qui concernent les mêmes "
                      "postes\u00a0: ils deviendraient négatifs) relevez l'une d'elles"},
                     {fmt::format("{:g}", worst)}));
            return;  // one is enough: the others follow from it
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.demand.push_back({.sector = rows.position_or_all(row, "sector"),
                               .occupation = rows.position_or_all(row, "occupation"),
                               .year = rows.integer(row, "year"),
                               .growth = rows.number(row, "growth")});
    }
    check_sums(rows, pack, problems);
}

}  // namespace

constinit const Table demand = {
    .name = "demand",
    .meaning = {"growth of the posts wanted, by sector and occupation",
                "croissance des postes voulus, par secteur et métier"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_with = "establishments",
    .needed_by = "demand",
    .load = load,
};

}  // namespace releve::tables
