#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/id.hpp"
#include "engine/base/vocabulary.hpp"
#include "engine/state/persons.hpp"

#include <cstdint>
#include <vector>

namespace releve {

/// What actions change in how an establishment fares, all at once.
struct Levers {
    float quits = 1;        ///< chance that a resignation or a move away that falls due happens
    float attraction = 1;   ///< multiplies the attractiveness
    float closing = 1;      ///< multiplies the chance of closing when the owner leaves
    float from_inside = 0;  ///< added to the chance that an employee takes over
};

/// What the audit of an establishment, or the scores drawn for it, change in how it fares, for good: factors whose mean over
/// the posts of the first month is 1. Establishments born in the run have no score: all 1.
struct Conduct {
    static constexpr std::uint8_t neutral = 5;  ///< no score of transmission
    float quits = 1;                            ///< on the hazards of resigning and of looking elsewhere
    float attraction = 1;                       ///< on the attractiveness
    float know_how = 1;                         ///< on the speed at which know-how of the house is learnt
    float succession = 1;                       ///< on the hazard of hiring, each month, after somebody retired
    float sharing = 1;                          ///< on taking part in what establishments do together
    std::uint8_t transmission = neutral;        ///< score: those of one score learn at one speed
};

/// What one action does for one establishment just now.
struct Support {
    EstablishmentId establishment;
    std::uint8_t action = 0;  ///< 1 + position in the scenario's list of actions
    MonthIndex until = never;
    Levers levers;
    CellId cell;      ///< where it shares posts with others: of the establishment that holds them
    float posts = 0;  ///< of these, wanted there in addition [posts at the start]
};

struct Establishments {
    Column<EstablishmentId, std::uint16_t> zone;
    Column<EstablishmentId, std::uint16_t> sector;
    Column<EstablishmentId, EstablishmentKind> kind;
    Column<EstablishmentId, std::uint8_t> size_band;
    Column<EstablishmentId, float> attractiveness;      ///< multiplies the chance that a seeker applies; 1: ordinary
    Column<EstablishmentId, std::uint32_t> first_cell;  ///< its cells are first_cell .. first_cell + cells - 1
    Column<EstablishmentId, std::uint16_t> cells;
    Column<EstablishmentId, std::uint32_t> key;        ///< of its draws: never depends on how many were born before
    Column<EstablishmentId, std::uint32_t> posts;      ///< existing now, filled or vacant
    Column<EstablishmentId, std::uint8_t> unsalaried;  ///< posts of the owner and family, which size bands do not count
    Column<EstablishmentId, std::uint8_t> closed;      ///< 1: for good
    Column<EstablishmentId, Levers> levers;            ///< of all its supports together
    Column<EstablishmentId, Conduct> conduct;
    std::uint32_t size() const { return static_cast<std::uint32_t>(zone.size()); }
};

/// Scores of the audits in this replicate, those of establishments that nobody audited drawn: establishment of the start *
/// axes of the pack + axis. Empty in a pack without audits.
struct Scores {
    static constexpr std::uint8_t none = 0xFF;
    std::size_t axes = 0;
    std::vector<std::uint8_t> values;
    float highest_quits = 1;  ///< of all establishments and 1: as fast as anybody looks elsewhere

    /// None for an axis without a score, and for establishments born in the run.
    std::uint8_t of(EstablishmentId establishment, std::size_t axis) const {
        const std::size_t place = establishment.value * axes + axis;
        return axis < axes && place < values.size() ? values[place] : none;
    }
};

/// Size band of so many posts, of which some are not employees'.
constexpr std::uint8_t size_band_of(int posts, int unsalaried) {
    std::size_t band = 0;
    while (band + 1 < size_bands.size() && posts - unsalaried >= size_bands[band].most) {
        ++band;
    }
    return static_cast<std::uint8_t>(band);
}

/// Keys of what is born during a run: from the month, the zone and the place within them, with room for some cells. The
/// first establishments and cells have their position for key, which has not the top bit.
inline constexpr std::uint32_t most_newborn_cells = 8;
constexpr std::uint32_t newborn_key(std::uint32_t month, std::uint32_t zone, std::uint32_t zones, std::uint32_t index) {
    return 0x80000000U | month << 21U | (index * zones + zone) * most_newborn_cells;
}
constexpr bool newborn_key_fits(std::uint32_t month, std::uint32_t zone, std::uint32_t zones, std::uint32_t index) {
    return month < 1U << 10U && (std::uint64_t{index} * zones + zone + 1) * most_newborn_cells <= 1U << 21U;
}

/// The posts of one occupation in one establishment: where demand acts.
struct Cells {
    Column<CellId, EstablishmentId> establishment;
    Column<CellId, std::uint16_t> occupation;
    Column<CellId, std::uint32_t> key;  ///< of its draws and of its posts
    /// Wanted at the start, or what is wanted since brought back to the start; the target follows it along the demand path.
    Column<CellId, float> posts_at_start;
    Column<CellId, std::uint32_t> posts;  ///< existing now, filled or vacant
    Column<CellId, std::uint32_t> filled;
    Column<CellId, std::vector<PostId>> list;  ///< its existing posts, in no order
    Column<CellId, std::uint32_t> created;     ///< posts ever created: numbers them
    Column<CellId, std::uint16_t> overlap;     ///< of its posts, those relieved: demand does not count them
    std::uint32_t size() const { return static_cast<std::uint32_t>(occupation.size()); }
};

/// Key of the n-th post of a cell: the high part of large numbers goes where the numbers of cells do not reach.
constexpr DrawKey post_key(std::uint32_t cell_key, std::uint32_t number) {
    return {cell_key ^ ((number >> 16U) << 20U), static_cast<std::uint16_t>(number)};
}

/// Why a post is vacant; `promotion`: its holder took a better one in the same establishment; `anticipation`: its holder is
/// to follow a colleague who is about to leave; `sharing`: several establishments need a part of it each.
enum class VacancyReason : std::uint8_t { none, replacement, growth, promotion, anticipation, sharing };

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
    std::uint8_t owner_post : 1 = 0;         ///< 1: held by the owner or a self-employed person
    std::uint8_t reserved : 1 = 0;           ///< 1: kept free for somebody in training; offered to nobody else
    /// Number of the action that has put the successor's post beside; this one goes with its holder. 0: none.
    std::uint8_t relieved : 6 = 0;
    std::uint16_t vacancies = 0;  ///< times recruited for: with the key, the luck of one vacancy

    static constexpr unsigned most_actions = 63;  ///< that can be told apart in `relieved`
    bool exists() const { return !cell.none(); }
    bool is_vacancy() const { return opened != never; }
};

using Posts = Records<PostId, Post>;

/// Posts wanted in a sector and occupation [posts at the start] that closures have left and nobody has taken over yet;
/// negative: births have brought more than closures left.
struct FreedDemand {
    std::uint16_t sector = 0;
    std::uint16_t occupation = 0;
    float posts = 0;
};

}  // namespace releve
