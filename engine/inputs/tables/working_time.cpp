#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    occupation_column,
    sex_column,
    share_column("part_time",
                 {"share of the people in work who work part time", "part des personnes en emploi à temps partiel"}),
    {.name = "pay",
     .type = ColumnType::number,
     .unit = "minimum wage",
     .least = 0.1,
     .most = 20,
     .meaning = {"hourly pay, which validates quarters", "salaire horaire, qui valide des trimestres"}},
};
constexpr std::string_view key[] = {"occupation", "sex"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.working_times.part_time.assign(pack.occupations.size() * 2, 0.0);
    pack.working_times.pay.assign(pack.occupations.size() * 2, 1.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const std::size_t place = rows.code(row, "occupation") * 2U + rows.word(row, "sex");
        pack.working_times.part_time[place] = rows.number(row, "part_time");
        pack.working_times.pay[place] = rows.number(row, "pay");
    }
}

}  // namespace

constinit const Table working_time = {
    .name = "working_time",
    .meaning = {"part-time work and hourly pay, by occupation and sex; without it everybody works full time",
                "temps partiel et salaire horaire, par métier et sexe\u00a0; sans elle, tous sont à temps plein"},
    .columns = columns,
    .key = key,
    .needed_by = "synthesis, matching, retirement",
    .load = load,
};

}  // namespace releve::tables
