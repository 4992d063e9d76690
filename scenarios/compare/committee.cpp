#include "scenarios/compare/committee.hpp"

#include "engine/base/draws.hpp"
#include "engine/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace releve::compare {

namespace {

using Weights = std::array<double, criteria.size()>;

struct Shape {
    std::size_t plans = 0, replicates = 0;
};

Shape shape_of(const CriterionValues& values) {
    Shape shape;
    for (const auto& of_criterion : values) {
        for (const std::vector<double>& of_plan : of_criterion) {
            const Shape here{of_criterion.size(), of_plan.size()};
            if (shape.plans == 0) {
                shape = here;
            }
            if (here.plans != shape.plans || here.replicates != shape.replicates) {
                throw ModelError("committee: criteria of unequal numbers of plans or replicates");
            }
        }
    }
    if (shape.plans == 0 || shape.replicates == 0) {
        throw ModelError("committee: no criterion is known");
    }
    return shape;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Values on the common scale, by criterion, plan and replicate; of no plans if the criterion tells them not apart.
CriterionValues scaled(const CriterionValues& values, Judgement& judgement) {
    CriterionValues all = values;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        std::vector<double> means;
        for (const std::vector<double>& of_plan : values[k]) {
            means.push_back(mean_of(of_plan));
        }
        const auto [worst, best] = std::minmax_element(means.begin(), means.end());
        judgement.used[k] = !means.empty() && std::isfinite(*worst) && std::isfinite(*best) && *best > *worst;
        if (!judgement.used[k]) {
            all[k].clear();
            continue;
        }
        for (std::vector<double>& of_plan : all[k]) {
            for (double& value : of_plan) {
                value = (value - *worst) / (*best - *worst);
            }
        }
        for (const double mean : means) {
            judgement.scores[k].push_back((mean - *worst) / (*best - *worst));
        }
    }
    return all;
}

/// Summing to 1 over the criteria used; all 0 if none of them has weight.
Weights normalised(const Weights& written, const Judgement& judgement) {
    Weights weights{};
    double sum = 0;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        weights[k] = judgement.used[k] ? written[k] : 0;
        sum += weights[k];
    }
    for (double& weight : weights) {
        weight = sum > 0 ? weight / sum : 0;
    }
    return weights;
}

std::vector<double> ranks_of(const std::vector<double>& scores) {
    std::vector<double> ranks;
    for (const double score : scores) {
        const auto above = std::count_if(scores.begin(), scores.end(), [&](double other) { return other > score; });
        const auto equal = std::count(scores.begin(), scores.end(), score);
        ranks.push_back(static_cast<double>(above) + (static_cast<double>(equal) + 1) / 2);
    }
    return ranks;
}

/// `value(k, plan)` on the common scale.
template <class Value>
std::vector<double> weighted_scores(const Weights& weights, const Judgement& judgement, std::size_t plans,
                                    const Value& value) {
    std::vector<double> scores(plans, 0.0);
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        for (std::size_t plan = 0; judgement.used[k] && plan < plans; ++plan) {
            scores[plan] += weights[k] * value(k, plan);
        }
    }
    return scores;
}

std::vector<double> mean_scores(const Weights& weights, const Judgement& judgement, std::size_t plans) {
    return weighted_scores(weights, judgement, plans,
                           [&](std::size_t k, std::size_t plan) { return judgement.scores[k][plan]; });
}

/// One for the first; shared among equals.
void add_first(std::vector<double>& wins, const std::vector<double>& scores) {
    const double best = *std::max_element(scores.begin(), scores.end());
    const auto equal = static_cast<double>(std::count(scores.begin(), scores.end(), best));
    for (std::size_t plan = 0; plan < scores.size(); ++plan) {
        wins[plan] += scores[plan] == best ? 1 / equal : 0;
    }
}

void rank_members(Judgement& judgement, const Committee& committee, std::size_t plans) {
    double counted = 0;
    judgement.mean_ranks.assign(plans, 0.0);
    judgement.borda.assign(plans, 0.0);
    for (const Member& member : committee.members) {
        const Weights weights = normalised(member.weights, judgement);
        Ranking ranking{mean_scores(weights, judgement, plans), {}, false};
        ranking.ranks = ranks_of(ranking.scores);
        ranking.counted = std::accumulate(weights.begin(), weights.end(), 0.0) > 0;
        if (ranking.counted) {
            counted += 1;
            for (std::size_t k = 0; k < criteria.size(); ++k) {
                judgement.weights[k] += weights[k];
            }
            for (std::size_t plan = 0; plan < plans; ++plan) {
                judgement.mean_ranks[plan] += ranking.ranks[plan];
                judgement.borda[plan] += static_cast<double>(plans) - ranking.ranks[plan];
            }
        }
        judgement.by_member.push_back(std::move(ranking));
    }
    for (double& weight : judgement.weights) {
        weight = counted > 0 ? weight / counted : 0;
    }
    for (double& rank : judgement.mean_ranks) {
        rank /= std::max(counted, 1.0);
    }
    judgement.overall.scores = mean_scores(judgement.weights, judgement, plans);
    judgement.overall.ranks = ranks_of(judgement.overall.scores);
    judgement.overall.counted = counted > 0;
}

void count_chance(Judgement& judgement, const CriterionValues& all, const Shape& shape, double level) {
    std::vector<double> wins(shape.plans, 0.0);
    for (std::size_t replicate = 0; replicate < shape.replicates; ++replicate) {
        add_first(wins, weighted_scores(judgement.weights, judgement, shape.plans,
                                        [&](std::size_t k, std::size_t plan) { return all[k][plan][replicate]; }));
    }
    for (const double won : wins) {
        judgement.first_by_chance.push_back(wilson_interval(won, shape.replicates, level));
    }
}

/// Exponentials divided by their sum are uniform on the simplex.
void count_weights(Judgement& judgement, std::size_t plans) {
    judgement.first_by_weights.assign(plans, 0.0);
    for (std::uint32_t draw = 0; draw < weight_draws; ++draw) {
        Draws draws(1, 0, {draw, 0}, purpose("committee.weights"), 0);
        Weights weights{};
        for (double& weight : weights) {
            weight = draws.exponential();
        }
        add_first(judgement.first_by_weights, mean_scores(normalised(weights, judgement), judgement, plans));
    }
    for (double& share : judgement.first_by_weights) {
        share /= weight_draws;
    }
}

/// Score of a plan on one criterion less that on the others together, which keep their proportions: what the plan's score
/// gains for each unit of weight shifted to the criterion.
double slope_of(const Judgement& judgement, std::size_t k, std::size_t plan) {
    const double rest = 1 - judgement.weights[k];
    return judgement.scores[k][plan] -
           (judgement.overall.scores[plan] - judgement.weights[k] * judgement.scores[k][plan]) / rest;
}

std::optional<Tipping> tipping_of(const Judgement& judgement, std::size_t plans) {
    const auto& scores = judgement.overall.scores;
    const auto first = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    std::optional<Tipping> least;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        const double weight = judgement.weights[k];
        if (!judgement.used[k] || weight >= 1) {
            continue;
        }
        for (std::size_t plan = 0; plan < plans; ++plan) {
            const double closing = slope_of(judgement, k, plan) - slope_of(judgement, k, first);
            const double shift = (scores[first] - scores[plan]) / closing;
            if (plan == first || !std::isfinite(shift) || weight + shift < 0 || weight + shift > 1) {
                continue;
            }
            if (!least || std::abs(shift) < std::abs(least->to - least->from)) {
                least = Tipping{k, weight, weight + shift, plan};
            }
        }
    }
    return least;
}

}  // namespace

Judgement judge(const CriterionValues& values, const Committee& committee, double level) {
    const Shape shape = shape_of(values);
    Judgement judgement;
    const CriterionValues all = scaled(values, judgement);
    rank_members(judgement, committee, shape.plans);
    count_chance(judgement, all, shape, level);
    count_weights(judgement, shape.plans);
    if (judgement.overall.counted) {
        judgement.tipping = tipping_of(judgement, shape.plans);
    }
    return judgement;
}

}  // namespace releve::compare
