#include "engine/inputs/table_rows.hpp"

#include <algorithm>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "effective",
     .type = ColumnType::month,
     .meaning = {"month from which the rule holds; the first also holds before",
                 "mois depuis lequel la règle vaut\u00a0; la première vaut aussi avant"}},
    {.name = "hours_per_quarter",
     .type = ColumnType::number,
     .unit = "hour",
     .least = 1,
     .most = 1000,
     .meaning = {"hours paid at the minimum wage that validate a quarter, four a year at most",
                 "heures payées au salaire minimum qui valident un trimestre, quatre par an au plus"}},
    {.name = "full_time_hours",
     .type = ColumnType::number,
     .unit = "hour",
     .least = 500,
     .most = 4000,
     .meaning = {"hours of a year at full time", "heures d'une année à temps plein"}},
};
constexpr std::string_view key[] = {"effective"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    std::vector<QuarterRule>& rules = pack.working_times.rules;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        rules.push_back({rows.integer(row, "effective"), rows.number(row, "hours_per_quarter"),
                         rows.number(row, "full_time_hours")});
    }
    std::sort(rules.begin(), rules.end(), [](const QuarterRule& a, const QuarterRule& b) { return a.from < b.from; });
}

}  // namespace

constinit const Table pension_quarters = {
    .name = "pension_quarters",
    .meaning = {"what pay validates of a pension, by date; without it all work validates four quarters a year",
                "ce que le salaire valide pour la retraite, par date\u00a0; sans elle, tout travail valide quatre "
                "trimestres par an"},
    .columns = columns,
    .key = key,
    .needed_by = "retirement",
    .load = load,
};

}  // namespace releve::tables
