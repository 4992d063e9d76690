#pragma once

/// Where job openings come from and who fills them: the blocks of France Stratégie and Dares, Les métiers en 2030 (2022).
namespace releve::compare {

/// What happened over a span of time, in persons.
struct Flows {
    double before = 0, after = 0;  ///< people in post at its start and at its end
    double career_ends = 0;        ///< people in post who retired
    double young = 0;              ///< hires into a first post after school
    double from_outside = 0;       ///< hires from outside the territory
    double to_outside = 0;         ///< people in post who moved away
    double other_occupations = 0;  ///< moves in from other occupations less moves out to them (0 for a territory)
};

/// All per year, in persons; `imbalance` in shares of the people in post at the start.
struct Blocks {
    double net_creations = 0;  ///< after - before
    double career_ends = 0;
    double openings = 0;     ///< net_creations + career_ends (postes à pourvoir)
    double young = 0;        ///< young entrants
    double from_away = 0;    ///< from_outside - to_outside
    double from_others = 0;  ///< other_occupations
    double rest = 0;         ///< openings - young - from_away - from_others: left to the unemployed and the inactive
    double imbalance = 0;  ///< rest / before, over the whole span (déséquilibre potentiel); NaN if nobody was in post
};

/// `years`: length of the span.
Blocks blocks_of(const Flows& flows, double years);

}  // namespace releve::compare
