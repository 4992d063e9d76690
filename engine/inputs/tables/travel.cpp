#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "from_zone",
     .type = ColumnType::code,
     .refers_to = "zones",
     .meaning = {"zone where one lives", "zone où l'on habite"}},
    {.name = "to_zone",
     .type = ColumnType::code,
     .refers_to = "zones",
     .meaning = {"zone where one works", "zone où l'on travaille"}},
    {.name = "minutes",
     .type = ColumnType::number,
     .unit = "minute",
     .least = 0,
     .most = 1440,
     .required = false,
     .meaning = {"time from door to door; this column or `km`", "temps de porte à porte\u00a0; cette colonne ou `km`"}},
    {.name = "km",
     .type = ColumnType::number,
     .unit = "km",
     .least = 0,
     .most = 20'000,
     .required = false,
     .meaning = {"distance by road; this column or `minutes`",
                 "distance par la route\u00a0; cette colonne ou `minutes`"}},
};
constexpr std::string_view key[] = {"from_zone", "to_zone"};

std::string_view measure(const TableRows& rows) { return rows.has("minutes") ? "minutes" : "km"; }

void check(const TableRows& rows, Problems& problems) {
    if (rows.has("minutes") == rows.has("km")) {
        problems.add(rows.file() + ":1",
                     rows.has("km") ? Text{"both minutes and km (one matrix is used, in one unit) keep one column",
                                           "à la fois minutes et km (une seule matrice sert, dans une seule unité) "
                                           "gardez une colonne"}
                                    : Text{"neither minutes nor km (how far is it?) add one of these columns",
                                           "ni minutes ni km (à quelle distance ?) ajoutez l'une de ces colonnes"});
        return;
    }
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.text(row, "from_zone") == rows.text(row, "to_zone") && rows.number(row, measure(rows)) != 0) {
            problems.add(rows.where(row, measure(rows)),
                         fill({"{} within zone {} (places of one zone count as one point) write 0 or remove the line",
                               "{} à l'intérieur de la zone {} (les lieux d'une zone comptent pour un point) écrivez 0 "
                               "ou retirez la ligne"},
                              {rows.text(row, measure(rows)), shown(rows.text(row, "from_zone"))}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    const std::size_t zones = pack.zones.size();
    pack.travel.in_minutes = rows.has("minutes");
    pack.travel.told.assign(zones * zones, Travel::not_told);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.travel.told[rows.code(row, "from_zone") * zones + rows.code(row, "to_zone")] =
            rows.number(row, measure(rows));
    }
}

}  // namespace

constinit const Table travel = {
    .name = "travel",
    .meaning =
        {"how far people travel from zone to zone: minutes, or km by road. A pair not told takes what is told "
         "for the way back; without either, the distance comes from coordinates",
         "longueur des trajets de zone à zone\u00a0: minutes, ou km par la route. Une paire absente reprend celle du "
         "retour\u00a0; à défaut, la distance vient des coordonnées"},
    .columns = columns,
    .key = key,
    .needed_by = "synthesis, matching",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
