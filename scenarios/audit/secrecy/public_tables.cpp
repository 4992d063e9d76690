#include "scenarios/audit/secrecy/public_tables.hpp"

#include "engine/base/error.hpp"

#include <map>

namespace releve::audit {

namespace {

std::uint32_t units_of(const Pack& pack, Cut cut) {
    switch (cut) {
        case Cut::territory: return 1;
        case Cut::zone: return static_cast<std::uint32_t>(pack.zones.size());
        case Cut::sector: return pack.sectors.size();
        case Cut::size: return static_cast<std::uint32_t>(size_bands.size());
        case Cut::occupation: return pack.occupations.size();
        case Cut::establishment: return static_cast<std::uint32_t>(pack.establishments.size());
        case Cut::group: break;  // never public
    }
    return 0;
}

std::uint32_t unit_of(const Pack& pack, Cut cut, const PostRow& row) {
    const EstablishmentRow& establishment = pack.establishments[row.establishment];
    switch (cut) {
        case Cut::territory: return 0;
        case Cut::zone: return establishment.zone;
        case Cut::sector: return establishment.sector;
        case Cut::size: return establishment.size_band;
        case Cut::occupation: return row.occupation;
        case Cut::establishment: return row.establishment;
        case Cut::group: break;
    }
    return 0;
}

}  // namespace

std::vector<PublicCell> public_cells(const Pack& pack, Cut cut) {
    if (cut == Cut::establishment || cut == Cut::group) {
        throw ModelError("no public table tells of establishments one by one");
    }
    std::vector<std::map<std::uint32_t, double>> people(1 + units_of(pack, cut));  // by cell, then establishment
    for (const PostRow& row : pack.posts) {
        people[0][row.establishment] += row.posts;
        people[1 + unit_of(pack, cut, row)][row.establishment] += row.posts;
    }
    std::vector<PublicCell> cells(people.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].parent = i == 0 ? no_parent : 0;
        for (const auto& [establishment, posts] : people[i]) {
            cells[i].contributions.push_back({establishment, posts});
        }
        cells[i].persons = cells[i].value();
    }
    return cells;
}

}  // namespace releve::audit
