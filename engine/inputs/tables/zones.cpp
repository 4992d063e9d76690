#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr Word kinds[] = {{"inside", {"in the territory", "dans le territoire"}},
                          {"outside", {"outside", "au dehors"}}};

constexpr TableColumn columns[] = {
    {.name = "zone", .type = ColumnType::code, .meaning = {"zone code", "code de la zone"}},
    {.name = "name", .meaning = {"name", "nom"}},
    {.name = "kind",
     .type = ColumnType::word,
     .words = kinds,
     .meaning = {"in the territory or outside", "dans le territoire ou au dehors"}},
    {.name = "lon",
     .type = ColumnType::number,
     .unit = "degree",
     .least = -180,
     .most = 180,
     .meaning = {"longitude", "longitude"}},
    {.name = "lat",
     .type = ColumnType::number,
     .unit = "degree",
     .least = -90,
     .most = 90,
     .meaning = {"latitude", "latitude"}},
    {.name = "population",
     .type = ColumnType::number,
     .unit = "person",
     .least = 0,
     .meaning = {"number of residents", "nombre d'habitants"}},
};
constexpr std::string_view key[] = {"zone"};

/// Newcomers and commuters are spread over zones by their people: one without any is a mistake, or needs no line.
void check(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.number(row, "population") == 0) {
            problems.add(
                rows.where(row, "population"),
                fill({"zone {} has no people (they are where newcomers and commuters live) give its population, "
                      "or leave the zone out",
                      "la zone {} n'a pas d'habitants (ils sont là où vivent arrivants et navetteurs) donnez sa "
                      "population, ou retirez la zone"},
                     {shown(rows.text(row, "zone"))}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const std::string name = rows.text(row, "name");
        pack.zone_codes.add(rows.text(row, "zone"), {name, name}, "");
        pack.zones.push_back({.lon = rows.number(row, "lon"),
                              .lat = rows.number(row, "lat"),
                              .population = rows.number(row, "population"),
                              .inside = rows.word(row, "kind") == 0});
    }
}

}  // namespace

constinit const Table zones = {
    .name = "zones",
    .meaning = {"communes or groups of them, and the outside zones people move or commute to",
                "communes ou groupes de communes, et zones extérieures où l'on part ou travaille"},
    .columns = columns,
    .key = key,
    .crossed = true,
    .needed_with = "establishments",
    .needed_by = "synthesis, matching, migration",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
