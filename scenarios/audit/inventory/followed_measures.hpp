#pragma once
#include "engine/base/text.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// What the diagnosis of a territory is made of: the inventory, crossed with the audits.
namespace releve::audit {

/// Years after the start at which people and posts are looked at again: short, medium and long term of a territorial plan.
inline constexpr std::array<int, 3> horizon_years{1, 3, 5};
inline constexpr std::size_t last_horizon = horizon_years.size() - 1;

/// Fractions of persons are summed over replicates as whole numbers of so many parts: in any order, the same sum.
inline constexpr double fte_parts = 1e6;

/// How a sum over the establishments of a territory is cut. `zone` and `sector`: those of the establishment; `size`: its
/// band at the start (or at its birth); `occupation`: of the post; `group`: posts of some occupations in one establishment, as
/// FollowOptions asks.
enum class Cut : std::uint8_t { territory, zone, sector, size, occupation, establishment, group };
inline constexpr std::size_t cuts = 7;

/// What is counted in each unit of each cut. Those up to `last_at_start` are known at the start, the others at each horizon.
enum class Measure : std::uint8_t {
    people,               ///< in post
    women,                ///< of these
    under_30,             ///< of these, as what follows
    from_55,              ///< 55 and over
    executives,           ///< in occupations of executives, engineers and the like (executives.hpp)
    lasting,              ///< on an open-ended contract, or their own employer
    posts,                ///< filled or vacant
    vacancies,            ///< posts recruited for
    held_by_one,          ///< competences that one person alone holds in an establishment
    held_by_two,          ///< and two people
    retired,              ///< of the people in post at the start: left their establishment to retire
    left,                 ///< left it, for whatever reason; who comes back has left
    lasting_left,         ///< of `lasting`, those who left
    one_gone,             ///< of `held_by_one`, those whose holder has left the establishment
    two_gone,             ///< of `held_by_two`, those whose two holders have
    lost,                 ///< competences held at the start in an establishment where nobody holds them any more
    people_then,          ///< in post at the horizon
    posts_then,           ///< filled or vacant, at the horizon
    open_retired,         ///< recruitments begun up to the horizon: to follow somebody who retired
    open_left,            ///< to follow somebody who left otherwise
    open_term,            ///< to follow somebody whose fixed term ended
    open_moved,           ///< to follow somebody promoted in the house, or ahead of a departure
    open_growth,          ///< for a new post
    hires,                ///< up to the horizon, as what follows
    lasting_hires,        ///< of these, on an open-ended contract or as one's own employer
    lasting_separations,  ///< separations from such a contract
    quits,                ///< separations, in the order of Separation
    layoffs,
    contract_ends,
    retirements,
    deaths,
    closures_left,  ///< separations by closure of the establishment
    moves,          ///< to another post of the territory
    others,
    abandoned,      ///< searches given up
    unfilled,       ///< [post-months] in which a post had been recruited for three months or more
    open_months,    ///< [post-months] in which a post was being recruited for
    know_how_lost,  ///< [full-time equivalents] of know-how of the establishment that people took away
    without_posts   ///< establishments of the start that have no post at the horizon: closed, or emptied
};
inline constexpr Measure last_at_start = Measure::held_by_two;
inline constexpr std::size_t measures = static_cast<std::size_t>(Measure::without_posts) + 1;
constexpr bool at_start(Measure measure) { return measure <= last_at_start; }

struct MeasureRecord {
    Measure measure;
    std::string_view name;
    Label label;
    std::string_view unit;
    /// Whether it is told by occupation. A competence held by few is counted for each occupation of its holders.
    bool by_occupation = true;
};
/// In the order of Measure.
std::span<const MeasureRecord> measure_records();

}  // namespace releve::audit
