#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    share_column("from", {"least working time of the band, in shares of full time",
                          "plus petit temps de travail de la tranche, en part du temps plein"}),
    share_column("to", {"largest working time of the band", "plus grand temps de travail de la tranche"}),
    share_column("share", {"share of the people in part-time work", "part des personnes à temps partiel"}),
};
constexpr std::string_view key[] = {"from"};

void check(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.number(row, "to") < rows.number(row, "from")) {
            problems.add(rows.where(row, "to"),
                         fill({"{} is below from {} (a band goes upwards) correct it",
                               "{} est inférieur à from {} (une tranche va en croissant) corrigez"},
                              {rows.text(row, "to"), rows.text(row, "from")}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.working_times.hours.push_back(
            {rows.number(row, "from"), rows.number(row, "to"), rows.number(row, "share")});
    }
}

}  // namespace

constinit const Table part_time_hours = {
    .name = "part_time_hours",
    .meaning = {"working times of the people in part-time work, evenly spread within each band",
                "temps de travail des personnes à temps partiel, répartis également dans chaque tranche"},
    .columns = columns,
    .key = key,
    .needed_with = "working_time",
    .needed_by = "synthesis, matching, retirement",
    .sums_to_one = {.column = "share"},
    .check = check,
    .load = load,
};

}  // namespace releve::tables
