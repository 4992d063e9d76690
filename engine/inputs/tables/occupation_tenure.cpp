#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr std::string_view by[] = {"occupation"};

constexpr TableColumn columns[] = {
    occupation_column,
    {.name = "from_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = 0,
     .meaning = {"from this tenure", "à partir de cette ancienneté"}},
    {.name = "to_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = 0,
     .most = 720,
     .meaning = {"up to this tenure", "jusqu'à cette ancienneté"}},
    share_column("share", {"share of the people in the occupation", "part des personnes du métier"}),
};
constexpr std::string_view key[] = {"occupation", "from_months"};

void check(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.integer(row, "from_months") >= rows.integer(row, "to_months")) {
            problems.add(rows.where(row, "to_months"),
                         fill({"{} is not after from_months {} (a band of tenure) correct one of them",
                               "{} ne vient pas après from_months {} (tranche d'ancienneté) corrigez l'un des deux"},
                              {rows.text(row, "to_months"), rows.text(row, "from_months")}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.tenure_by_occupation.resize(pack.occupations.size());
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.tenure_by_occupation[rows.code(row, "occupation")].push_back(
            {.from_months = rows.integer(row, "from_months"),
             .to_months = rows.integer(row, "to_months"),
             .share = rows.number(row, "share")});
    }
}

}  // namespace

constinit const Table occupation_tenure = {
    .name = "occupation_tenure",
    .meaning = {"how long the people in each occupation have held their post",
                "ancienneté dans le poste des personnes de chaque métier"},
    .columns = columns,
    .key = key,
    .needed_with = "establishments",
    .needed_by = "synthesis, separation",
    .sums_to_one = {"share", by},
    .covers = "occupation",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
