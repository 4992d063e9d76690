#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/id.hpp"
#include "engine/base/vocabulary.hpp"
#include "engine/state/persons.hpp"

#include <cstdint>

namespace releve {

struct Establishments {
    Column<EstablishmentId, std::uint16_t> zone;
    Column<EstablishmentId, std::uint16_t> sector;
    Column<EstablishmentId, EstablishmentKind> kind;
    Column<EstablishmentId, std::uint8_t> size_band;
    Column<EstablishmentId, float> attractiveness;      ///< multiplies the chance that a seeker applies; 1: ordinary
    Column<EstablishmentId, std::uint32_t> first_cell;  ///< its cells are first_cell .. first_cell + cells - 1
    Column<EstablishmentId, std::uint16_t> cells;
    std::uint32_t size() const { return static_cast<std::uint32_t>(zone.size()); }
};

/// The posts of one occupation in one establishment: where demand acts.
struct Cells {
    Column<CellId, EstablishmentId> establishment;
    Column<CellId, std::uint16_t> occupation;
    Column<CellId, float> posts_at_start;  ///< the target follows it along the demand path
    Column<CellId, std::uint32_t> posts;   ///< existing now, filled or vacant
    Column<CellId, std::uint32_t> filled;
    Column<CellId, std::vector<PostId>> list;  ///< its existing posts, in no order
    Column<CellId, std::uint32_t> created;     ///< posts ever created: numbers them
    std::uint32_t size() const { return static_cast<std::uint32_t>(occupation.size()); }
};

/// Key of the n-th post of a cell: the high part of large numbers goes where the numbers of cells do not reach.
constexpr DrawKey post_key(CellId cell, std::uint32_t number) {
    return {cell.value ^ ((number >> 16U) << 20U), static_cast<std::uint16_t>(number)};
}

enum class VacancyReason : std::uint8_t { none, replacement, growth };

/// One position. Vacant posts are either being recruited for (a vacancy, `opened` is set) or await a decision.
struct Post {
    DrawKey key;              ///< cell and number within it
    CellId cell;              ///< none: the post was cut
    std::uint32_t place = 0;  ///< in the list of the cell
    PersonId holder;
    MonthIndex vacated = 0;     ///< month since which nobody holds it
    MonthIndex opened = never;  ///< month since which the employer recruits; never: not recruiting
    VacancyReason reason = VacancyReason::none;
    Separation left_by = Separation::other;  ///< how the last holder left
    std::uint8_t owner_post = 0;             ///< 1: held by the owner or a self-employed person
    std::uint16_t vacancies = 0;             ///< times recruited for: with the key, the luck of one vacancy

    bool exists() const { return !cell.none(); }
    bool is_vacancy() const { return opened != never; }
};

using Posts = Records<PostId, Post>;

}  // namespace releve
