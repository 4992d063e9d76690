#include "engine/inputs/tables/columns.hpp"
#include "engine/inputs/tables/periods.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn share_of_units() {
    TableColumn column = share_column("share", {"share of the units that it concerns; blank for all of them",
                                                "part des unités concernées\u00a0; vide pour toutes"});
    column.required = false;
    column.blank = true;
    return column;
}

constexpr TableColumn columns[] = {
    {.name = "action", .meaning = {"action", "action"}},
    {.name = "scheme",
     .type = ColumnType::code,
     .required = false,
     .blank = true,
     .refers_to = "schemes",
     .meaning = {"legal scheme under which it is paid; blank: whatever the scheme",
                 "dispositif légal sous lequel il est payé\u00a0; vide\u00a0: quel que soit le dispositif"}},
    {.name = "item", .meaning = {"what is paid for", "ce qui est payé"}},
    {.name = "cost",
     .type = ColumnType::number,
     .unit = "EUR",
     .least = 0,
     .meaning = {"cost of one unit", "coût d'une unité"}},
    {.name = "per",
     .type = ColumnType::word,
     .words = cost_per_words,
     .meaning = {"what it is counted by", "ce par quoi on le compte"}},
    share_of_units(),
    {.name = "borne_by",
     .type = ColumnType::code,
     .required = false,
     .blank = true,
     .refers_to = "funders",
     .meaning = {"funder that pays all of it; blank: shared among conventions, the rest to own funds",
                 "financeur qui paie tout\u00a0; vide\u00a0: partagé entre conventions, le reste sur fonds propres"}},
    {.name = "unit", .meaning = {"unit, as shown", "unité, telle qu'affichée"}},
    {.name = "source", .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"action", "scheme", "item"};

/// A cost of a scheme belongs to the action of that scheme.
void check_scheme(const TableRows& rows, std::size_t row, const Pack& pack, Problems& problems) {
    const std::uint32_t scheme = rows.code(row, "scheme");
    if (scheme < pack.schemes.size() && pack.schemes[scheme].action != rows.text(row, "action")) {
        problems.add(
            rows.where(row, "scheme"),
            fill({"{} is a scheme of {}, not of {} (schemes.csv) correct one of the two tables",
                  "{} est un dispositif de l'action {}, non de {} (schemes.csv) corrigez l'une des deux tables"},
                 {shown(pack.schemes[scheme].code), shown(pack.schemes[scheme].action),
                  shown(rows.text(row, "action"))}));
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        check_scheme(rows, row, pack, problems);
        pack.action_costs.push_back({.action = rows.text(row, "action"),
                                     .item = rows.text(row, "item"),
                                     .unit = rows.text(row, "unit"),
                                     .source = rows.text(row, "source"),
                                     .cost = rows.number(row, "cost"),
                                     .per = static_cast<CostPer>(rows.word(row, "per")),
                                     .share = rows.number(row, "share", 1),
                                     .scheme = rows.code(row, "scheme"),
                                     .borne_by = rows.code(row, "borne_by"),
                                     .where = line_of(rows, row)});
    }
}

}  // namespace

constinit const Table action_costs = {
    .name = "action_costs",
    .meaning = {"unit costs of the actions", "coûts unitaires des actions"},
    .columns = columns,
    .key = key,
    .needed_by = "costs of actions",
    .load = load,
};

}  // namespace releve::tables
