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
    Column<CellId, std::uint16_t> posts;   ///< existing now, filled or vacant
    Column<CellId, std::uint16_t> filled;
    Column<CellId, PostId> first_post;      ///< head of the chain of its existing posts
    Column<CellId, std::uint16_t> created;  ///< posts ever created: numbers them
    std::uint32_t size() const { return static_cast<std::uint32_t>(occupation.size()); }
};

enum class VacancyReason : std::uint8_t { none, replacement, growth };

/// One position. Vacant posts are either being recruited for (a vacancy, `opened` is set) or await a decision.
struct Posts {
    Column<PostId, DrawKey> key;  ///< cell and number within it
    Column<PostId, CellId> cell;
    Column<PostId, PostId> next;  ///< chain of the cell's posts
    Column<PostId, PersonId> holder;
    Column<PostId, MonthIndex> vacated;  ///< month since which nobody holds it
    Column<PostId, MonthIndex> opened;   ///< month since which the employer recruits; never: not recruiting
    Column<PostId, VacancyReason> reason;
    Column<PostId, Separation> left_by;       ///< how the last holder left
    Column<PostId, std::uint8_t> owner_post;  ///< 1: held by the owner or a self-employed person
    Column<PostId, std::uint16_t> vacancies;  ///< times recruited for: with the key, the luck of one vacancy
    std::uint32_t size() const { return static_cast<std::uint32_t>(key.size()); }
    bool exists(PostId post) const { return !cell[post].none(); }
    bool is_vacancy(PostId post) const { return opened[post] != never; }
};

}  // namespace releve
