#pragma once
#include "engine/base/text.hpp"
#include "scenarios/compare/paired.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Several people with several criteria: who would choose which plan, and how much that hangs on weights and chance.
namespace releve::compare {

struct Criterion {
    std::string_view code;  ///< as a committee file writes it
    Label label;
    Label meaning;  ///< unit and sign; more is better
};
/// Order of weights and of values.
inline constexpr std::array<Criterion, 4> criteria{{
    {"shortage",
     {"shortage", "pénurie"},
     {"unfilled post-months avoided since the start", "mois de poste non pourvus évités depuis le début"}},
    {"cost", {"cost", "coût"}, {"money not spent since the start (EUR)", "argent non dépensé depuis le début (EUR)"}},
    {"equity",
     {"equity", "équité"},
     {"fall of the inequality of unfilled posts between communes, mean of years (points)",
      "baisse de l'inégalité des postes non pourvus entre communes, moyenne des années (points)"}},
    {"far_from_work",
     {"far from work", "éloignés de l'emploi"},
     {"months of long-term unemployment avoided since the start",
      "mois de chômage de longue durée évités depuis le début"}},
}};

struct Member {
    Text name;
    std::array<double, criteria.size()> weights{};  ///< as written: none negative, not all 0
};

struct Committee {
    Text name;
    std::vector<Member> members;
};

/// values[criterion][plan][replicate], more is better; no plans for a criterion that is not known.
using CriterionValues = std::array<std::vector<std::vector<double>>, criteria.size()>;

struct Ranking {
    std::vector<double> scores;  ///< by plan, 0 to 1
    std::vector<double> ranks;   ///< by plan; 1 is first, equals share the mean of their ranks
    bool counted = true;         ///< false: all of the weight is on criteria that tell nothing
};

/// The least shift of weight to or from one criterion (the others keep their proportions) that makes another plan first.
struct Tipping {
    std::size_t criterion = 0;
    double from = 0, to = 0;  ///< weight of the criterion, of a sum of 1
    std::size_t winner = 0;   ///< who is first then
};

struct Judgement {
    std::array<bool, criteria.size()> used{};  ///< known, and not the same for all plans
    std::array<std::vector<double>, criteria.size()> scores;
    std::vector<Ranking> by_member;
    Ranking overall;                                ///< by the mean of the members' weights, each summing to 1
    std::array<double, criteria.size()> weights{};  ///< those: 0 where not used
    std::vector<double> mean_ranks;                 ///< over members
    std::vector<double> borda;                      ///< plans beaten, summed over members; equals count half
    std::vector<Interval> first_by_chance;          ///< probability over replicates of being first; Wilson intervals
    std::vector<double> first_by_weights;           ///< share of random weights under which a plan is first
    std::optional<Tipping> tipping;                 ///< none: no shift of one weight changes who is first
};

/// Weights drawn at random: uniform on the simplex (Dirichlet of ones), from keyed draws of a fixed seed.
inline constexpr std::uint32_t weight_draws = 10'000;

/// Each criterion is scaled by the means of the plans: 0 for the worst, 1 for the best, (value - worst) / (best - worst)
/// for one replicate. Scores are sums of weight times scaled value. ModelError if numbers of plans or replicates differ.
Judgement judge(const CriterionValues& values, const Committee& committee, double level = 0.95);

}  // namespace releve::compare
