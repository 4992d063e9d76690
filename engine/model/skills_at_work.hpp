#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// What the people in post can do at one date, from one walk over the posts: all that is told of competences adds it up.
struct SkillsAtWork {
    std::vector<double> mastery;         ///< by cell [full-time equivalents], tutors' time taken off
    std::vector<std::uint32_t> experts;  ///< by cell: people of mastery `holder_mastery` or more
    double know_how = 0;                 ///< of their establishment, summed over people in post
};
SkillsAtWork skills_at_work(const State& state, double holder_mastery);

/// Full-time equivalents of each competence over the territory.
struct CompetenceBalance {
    std::vector<double> required;   ///< R[c] = sum over posts of P[o, c]
    std::vector<double> available;  ///< A[c] = sum over people in post of mastery * working share * P[o, c]
};
CompetenceBalance competence_balance(const State& state, const Pack& pack, std::span<const double> mastery);

/// Adds to each competence the sum over establishments of max(0, R[e, c] - A[e, c]).
void competence_shortages(const State& state, const Pack& pack, std::span<const double> mastery,
                          std::span<double> shortage);

}  // namespace releve
