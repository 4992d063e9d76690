#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "zone",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "zones",
     .meaning = {"zone; blank for all", "zone\u00a0; vide pour toutes"}},
    {.name = "age_band",
     .type = ColumnType::age_band,
     .unit = "year",
     .blank = true,
     .meaning = {"first and last age, included; blank for all",
                 "premier et dernier âge, inclus\u00a0; vide pour tous"}},
    {.name = "sex",
     .type = ColumnType::word,
     .blank = true,
     .words = sex_words,
     .meaning = {"sex; blank for all", "sexe\u00a0; vide pour tous"}},
    {.name = "status",
     .type = ColumnType::word,
     .blank = true,
     .words = status_words,
     .meaning = {"status; blank for all", "statut\u00a0; vide pour tous"}},
    {.name = "persons",
     .type = ColumnType::number,
     .unit = "person",
     .least = 0,
     .meaning = {"number of persons", "nombre de personnes"}},
};
constexpr std::string_view key[] = {"zone", "age_band", "sex", "status"};

constexpr std::size_t status_axis = 3;
constexpr std::size_t families = std::size_t{1} << std::size(key);

/// Lines that give the same axes belong to one family, here the bits of those axes.
std::size_t family_of(const TableRows& rows, std::size_t row) {
    std::size_t family = 0;
    for (std::size_t axis = 0; axis < std::size(key); ++axis) {
        family |= rows.blank(row, key[axis]) ? 0 : std::size_t{1} << axis;
    }
    return family;
}

std::string axes_of(std::size_t family) {
    std::string names;
    for (std::size_t axis = 0; axis < std::size(key); ++axis) {
        if ((family >> axis & 1u) != 0) {
            names += (names.empty() ? "" : ", ") + std::string(key[axis]);
        }
    }
    return names.empty() ? "-" : names;
}

struct Sum {
    double persons = 0;
    std::size_t row = 0;
};

/// Persons of one family, summed down to the axes that it shares with another.
std::map<std::string, Sum> sums_of(const TableRows& rows, const std::vector<std::size_t>& members, std::size_t axes) {
    std::map<std::string, Sum> sums;
    for (const std::size_t row : members) {
        std::string name;
        for (std::size_t axis = 0; axis < std::size(key); ++axis) {
            name += (axes >> axis & 1u) != 0 ? rows.text(row, key[axis]) + " " : "";
        }
        Sum& sum = sums[name];
        sum.persons += rows.number(row, "persons");
        sum.row = row;
    }
    return sums;
}

/// Two families of lines must agree on what they share, within 1 % and one person. A family by status may leave
/// statuses out, so it may only be lower.
void compare(const TableRows& rows, const std::array<std::vector<std::size_t>, families>& members, std::size_t a,
             std::size_t b, Problems& problems) {
    const auto of_a = sums_of(rows, members[a], a & b);
    const auto of_b = sums_of(rows, members[b], a & b);
    const bool a_may_be_lower = (a & ~b) >> status_axis != 0;
    const bool b_may_be_lower = (b & ~a) >> status_axis != 0;
    for (const auto& [name, sum] : of_b) {
        const auto other = of_a.find(name);
        const double gap = other == of_a.end() ? 0 : sum.persons - other->second.persons;
        const double allowed = other == of_a.end() ? 0 : 1 + 0.01 * std::max(sum.persons, other->second.persons);
        if ((gap > allowed && !a_may_be_lower) || (gap < -allowed && !b_may_be_lower)) {
            problems.add(
                rows.where(sum.row, "persons"),
                fill({"the lines by {} sum to {} (those by {} sum to {}: margins of the same people agree within "
                      "1 %) correct one of them",
                      "les lignes par {} ont pour somme {} (celles par {}\u00a0: {}\u00a0; les marges des mêmes "
                      "personnes s'accordent à 1\u00a0% près) corrigez l'une des deux"},
                     {axes_of(b), to_text(sum.persons), axes_of(a), to_text(other->second.persons)}));
            return;
        }
    }
}

/// Bands in the order of ages.
std::vector<AgeBand> bands_of(const TableRows& rows) {
    std::vector<AgeBand> bands;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (!rows.blank(row, "age_band")) {
            bands.push_back(rows.age_band(row, "age_band"));
        }
    }
    const auto earlier = [](const AgeBand& a, const AgeBand& b) {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    };
    const auto same = [](const AgeBand& a, const AgeBand& b) { return a.from == b.from && a.to == b.to; };
    std::sort(bands.begin(), bands.end(), earlier);
    bands.erase(std::unique(bands.begin(), bands.end(), same), bands.end());
    return bands;
}

void check(const TableRows& rows, Problems& problems) {
    const std::vector<AgeBand> bands = bands_of(rows);
    for (std::size_t i = 1; i < bands.size(); ++i) {
        if (bands[i].from <= bands[i - 1].to) {
            problems.add(rows.file() + " age_band",
                         fill({"bands {} and {} overlap (each age belongs to one band) cut them apart",
                               "les tranches {} et {} se chevauchent (chaque âge est dans une seule tranche) "
                               "séparez-les"},
                              {bands[i - 1].code, bands[i].code}));
        }
    }
    std::array<std::vector<std::size_t>, families> members;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        members[family_of(rows, row)].push_back(row);
    }
    for (std::size_t a = 0; a < families; ++a) {
        for (std::size_t b = a + 1; b < families; ++b) {
            compare(rows, members, a, b, problems);
        }
    }
}

std::int32_t band_position(const Pack& pack, const AgeBand& band) {
    std::int32_t at = 0;
    for (const AgeBand& known : pack.age_bands) {
        if (known.from == band.from && known.to == band.to) {
            return at;
        }
        ++at;
    }
    return -1;
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.age_bands = bands_of(rows);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const bool all_ages = rows.blank(row, "age_band");
        pack.population_margins.push_back(
            {.zone = rows.position_or_all(row, "zone"),
             .age_band = all_ages ? -1 : band_position(pack, rows.age_band(row, "age_band")),
             .sex = rows.position_or_all(row, "sex"),
             .status = rows.position_or_all(row, "status"),
             .persons = rows.number(row, "persons")});
    }
}

}  // namespace

constinit const Table population_margins = {
    .name = "population_margins",
    .meaning = {"residents by zone, age, sex and status; a blank axis is summed over",
                "habitants par zone, âge, sexe et statut\u00a0; un axe vide est sommé"},
    .columns = columns,
    .key = key,
    .needed_with = "zones",
    .needed_by = "synthesis",
    .check = check,
    .load = load,
};

}  // namespace releve::tables
