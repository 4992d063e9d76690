#pragma once
#include "engine/model/holders.hpp"
#include "engine/model/skills_at_work.hpp"
#include "engine/model/tallies.hpp"

#include <span>
#include <vector>

namespace releve {

/// What is told of competences against the start of the run.
struct FirstHoldings {
    HolderRules rules;
    double holder_mastery = 1;
    std::vector<Holding> all;
    HolderCounts counts;
};
/// `parameters` as ObservingParameter orders them. Empty where the pack tells no competences.
FirstHoldings first_holdings(const State& state, const Pack& pack, std::span<const double> parameters);

/// What the yearly outputs share: persons and posts are walked over once, whatever the number of outputs.
struct YearEnd {
    Census census;
    SkillsAtWork skills;  ///< this and what follows: empty where the pack tells no competences
    CompetenceBalance balance;
    std::vector<Holding> holdings;
    HolderCounts counts;
    std::vector<Holding> lost;  ///< held at the start of the run, by nobody now
};
YearEnd year_end_of(const State& state, const Pack& pack, const FirstHoldings& first);

}  // namespace releve
