#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/audit/inventory/follow.hpp"
#include "scenarios/audit/inventory/needs.hpp"
#include "scenarios/audit/inventory/spread.hpp"

namespace releve::audit {

/// Of the people in post at the start of one unit, those who have left their establishment within a time.
struct Departures {
    Spread retired;       ///< [persons] to retire
    Spread left;          ///< [persons] for whatever reason
    Spread lasting_left;  ///< [persons] of those on an open-ended contract or their own employer
    double any_retired = 0, any_left = 0, any_lasting_left = 0;  ///< probability that at least one does
};

/// Competences that few people of an establishment hold, counted over the establishments of a unit.
struct FewHolders {
    double by_one = 0, by_two = 0;  ///< [competences] expected at the start
    /// [competences] expected, by horizon: of by_one and by_two, those whose holders have all left.
    std::array<double, horizon_years.size()> one_gone{}, two_gone{};
    /// Probability, by horizon, that this is so of one at least.
    std::array<double, horizon_years.size()> any_gone{};
    /// [competences] expected, by horizon: held by somebody at the start, by nobody then. Not told by occupation (0).
    std::array<double, horizon_years.size()> lost{};
};

/// What is told of one unit: a zone, a sector, an occupation...
struct InventoryLine {
    std::uint32_t unit = 0;            ///< position in its cut
    std::uint32_t establishments = 0;  ///< at the start, with posts of the unit
    Spread people;                     ///< [persons] in post at the start
    double posts = 0;                  ///< filled or vacant at the start, as the other means
    double vacancies = 0;              ///< [posts] being recruited for
    double women = 0, under_30 = 0, from_55 = 0, executives = 0, lasting = 0;      ///< [persons]
    std::array<std::array<double, result_age_bands>, sex_words.size()> pyramid{};  ///< [persons] by sex and age band
    Spread share_from_55;  ///< of people; the mean is that of the sums
    double renewal = 0;    ///< under_30 / from_55; NaN where nobody is 55 or over
    double executives_share = 0, women_share = 0;
    std::array<Departures, horizon_years.size()> departures;
    FewHolders few;
    Spread turnover;          ///< [1/year] (hires + separations) / 2 / people, mean of the last horizon's years
    Spread lasting_turnover;  ///< [1/year] the same on open-ended contracts and of people on them
    std::array<Spread, horizon_years.size()> people_then;  ///< [persons] in post at each horizon
    Spread unfilled;                                       ///< [post-months] up to the last horizon
    double unfilled_share = 0;  ///< of the months of its posts up to the last horizon, those unfilled
    double months_to_fill = 0;  ///< mean time a recruitment is open [months]; NaN where none is begun
    double abandoned = 0;       ///< [posts] searches given up, up to the last horizon
    double know_how_lost = 0;   ///< [full-time equivalents] up to the last horizon
    double without_posts = 0;   ///< [establishments] of the start that have no post at the last horizon
    Needs needs;
};

struct Inventory {
    std::uint32_t replicates = 0;
    std::array<std::vector<InventoryLine>, cuts> lines;  ///< by cut, then unit: every unit, with or without people
    std::vector<CompetenceNeed> competences;             ///< by competence; empty where the pack tells none
    const std::vector<InventoryLine>& of(Cut cut) const { return lines[static_cast<std::size_t>(cut)]; }
};

/// Shares and ratios of a unit are those of sums over replicates; spreads are of values that each replicate has.
Inventory take_inventory(const Pack& pack, const Followed& followed);

}  // namespace releve::audit
