#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/audit/inventory/follow.hpp"
#include "scenarios/audit/inventory/spread.hpp"

#include <vector>

namespace releve::audit {

/// What employers said they would recruit, summed over the establishments of a unit that told.
struct PlannedNeeds {
    std::uint32_t establishments = 0;                             ///< that told something
    std::array<double, planned_reason_words.size()> by_reason{};  ///< [persons]
    double persons = 0;
    double difficult = 0;       ///< [persons] of those expected to be difficult
    double told_difficult = 0;  ///< [persons] of whom it is told whether they are
};

/// Quantitative needs: recruitments that employers begin up to a horizon [posts], establishments born since included.
struct Openings {
    Spread after_retirement;  ///< to follow somebody who retired
    Spread after_departure;   ///< who left otherwise: quit, layoff, move, death, inactivity
    Spread after_move;        ///< who was promoted in the house, or ahead of a departure
    Spread growth;            ///< for a new post
    Spread lasting;           ///< the four together
    Spread after_term;  ///< to follow somebody whose fixed term ended: aside, mostly the same posts again and again
};

struct Needs {
    std::array<Openings, horizon_years.size()> openings;
    Spread net_change;  ///< [posts] at the last horizon against the start
    PlannedNeeds planned;
};
Needs needs_of(const Pack& pack, const Followed& followed, Cut cut, std::uint32_t unit);

/// Qualitative needs: one competence over the establishments whose posts ask it.
struct CompetenceNeed {
    std::uint32_t competence = 0;
    std::uint32_t establishments = 0;  ///< of the start, whose posts ask it
    double holders = 0;                ///< [persons] expected at the start
    double required = 0;               ///< [full-time equivalents] posts at the start times the level they ask
    double shortage = 0;        ///< [full-time equivalents] required beyond what is available, each establishment apart
    double shortage_then = 0;   ///< the same at the last horizon
    double without_holder = 0;  ///< [establishments] expected at the start
    double by_one = 0, by_two = 0;  ///< [establishments] expected, where one or two people hold it
    /// [establishments] expected, by horizon: where the one or the two have left; where nobody holds it any more.
    std::array<double, horizon_years.size()> few_gone{}, lost{};
};
std::vector<CompetenceNeed> competence_needs(const Pack& pack, const Followed& followed);

/// The same for one establishment, with probabilities: what a firm is told of its own know-how.
struct HeldCompetence {
    std::uint32_t competence = 0;
    double holders = 0;                 ///< [persons] expected at the start
    double required = 0, shortage = 0;  ///< [full-time equivalents] expected at the start
    double by_one = 0, by_two = 0;      ///< probability that one or two people hold it at the start
    double few = 0;                     ///< of both
    /// Probability, by horizon: that one or two hold it and have left; that somebody held it and nobody does then.
    std::array<double, horizon_years.size()> few_gone{}, lost{};
};
/// The competences that the posts of an establishment ask, those likeliest to be lost by the last horizon first.
std::vector<HeldCompetence> held_competences(const Followed& followed, std::uint32_t establishment);

}  // namespace releve::audit
