#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

#include <fmt/format.h>

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

/// Growths of one year add up over the lines that concern a sector and occupation: together they may not pass -1.
void check_sums(const TableRows& rows, const Pack& pack, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const DemandRow& worst = pack.demand[row];
        if (worst.growth >= 0) {
            continue;
        }
        double sum = 0;
        for (const DemandRow& other : pack.demand) {
            const bool concerns = (other.sector < 0 || other.sector == worst.sector) &&
                                  (other.occupation < 0 || other.occupation == worst.occupation);
            sum += other.year == worst.year && concerns ? other.growth : 0;
        }
        if (sum < -1) {
            problems.add(
                rows.where(row, "growth"),
                fill({"growths that sum to {} (with the lines for all that concern this one: posts would become "
                      "negative) raise one of them",
                      "des croissances de somme {} (avec les lignes plus générales\u00a0: les postes "
                      "deviendraient négatifs) relevez l'une d'elles"},
                     {fmt::format("{:g}", sum)}));
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
    .needed_with = "establishments",
    .needed_by = "demand",
    .load = load,
};

}  // namespace releve::tables
