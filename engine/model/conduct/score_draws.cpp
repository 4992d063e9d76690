#include "engine/base/portable_math.hpp"
#include "engine/model/conduct/score_algebra.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

using namespace score_algebra;

constexpr Purpose of_spread = purpose("conduct.spread");
constexpr Purpose of_effect = purpose("conduct.effect");
constexpr Purpose of_common = purpose("conduct.common");
constexpr Purpose of_residual = purpose("conduct.residual");

/// Standard normal; polar method (Marsaglia and Bray 1964).
double normal(Draws& draws) {
    for (;;) {
        const double x = 2 * draws.uniform() - 1;
        const double y = 2 * draws.uniform() - 1;
        if (const double square = x * x + y * y; square < 1 && square > 0) {
            return x * std::sqrt(-2 * portable_log(square) / square);
        }
    }
}

double chi_square(Draws& draws, std::size_t degrees) {
    double sum = 0;
    for (std::size_t i = 0; i < degrees / 2; ++i) {
        sum += 2 * draws.exponential();
    }
    const double one = normal(draws);
    return sum + (degrees % 2 == 1 ? one * one : 0.0);
}

/// What a replicate believes of all establishments alike.
struct Belief {
    ScoreRatios ratios;
    double deviation;         ///< of the residual, rounding included [points]
    Eigen::VectorXd effects;  ///< the unknowns [points]
};

Belief draw_belief(const ScoreModel& model, const Unknowns& unknowns, const Luck& luck) {
    Draws draws = luck.draws({}, of_spread);
    const ScoreRatios& ratios = score_grid()[draws.weighted(model.weights)];
    const Solved solved = solve(model, unknowns, ratios);
    const double chi = chi_square(draws, static_cast<std::size_t>(solved.degrees));
    Belief belief{ratios, std::sqrt(solved.squares / chi), {}};
    Eigen::VectorXd luck_of_each(unknowns.size());
    for (double& one : luck_of_each) {
        one = normal(draws);
    }
    belief.effects = solved.mean + belief.deviation * solved.precision.matrixU().solve(luck_of_each);
    return belief;
}

/// Mean of a score on an axis in a stratum. An effect that no audited establishment shows is drawn once for all who have it.
class Expected {
public:
    Expected(const ScoreModel& model, const Unknowns& unknowns, const Belief& belief, const Luck& luck)
        : model_(model),
          unknowns_(unknowns),
          belief_(belief),
          luck_(luck) {}

    double operator()(std::size_t axis, const ScoreStratum& stratum) const {
        const auto shown = unknowns_.of(axis, stratum);
        double sum = prior_mean;
        for (std::size_t term = 0; term < terms; ++term) {
            sum += shown[term] == not_shown ? drawn(axis, term, stratum) : belief_.effects[shown[term]];
        }
        return sum;
    }

private:
    double drawn(std::size_t axis, std::size_t term, const ScoreStratum& stratum) const {
        const std::array<std::uint32_t, terms> levels{0, model_.sector_group[stratum.sector], stratum.size_band,
                                                      static_cast<std::uint32_t>(stratum.kind)};
        Draws draws = luck_.draws({levels[term], static_cast<std::uint16_t>(term)}, of_effect, model_.axes[axis]);
        return belief_.deviation * std::sqrt(prior_ratio(belief_.ratios, term)) * normal(draws);
    }
    const ScoreModel& model_;
    const Unknowns& unknowns_;
    const Belief& belief_;
    const Luck& luck_;
};

/// What an establishment has in common over its axes, given the scores that are known of it.
double draw_common(const AuditedEstablishment* audited, const Expected& expected, const Belief& belief, Draws draws) {
    const double ratio = belief.ratios[static_cast<std::size_t>(ScoreEffect::common)];
    double known = 0;
    double count = 0;
    if (audited != nullptr) {
        for (const auto& [axis, score] : audited->scores) {
            known += score - expected(axis, audited->stratum);
            ++count;
        }
    }
    const double left = ratio / (1 + count * ratio);
    return left * known + belief.deviation * std::sqrt(left) * normal(draws);
}

}  // namespace

std::vector<std::uint8_t> draw_scores(const ScoreModel& model, const Pack& pack, const Luck& luck) {
    const std::size_t axes = pack.audit_axes.size();
    std::vector<std::uint8_t> scores(pack.establishments.size() * axes, no_score);
    if (model.empty()) {
        return scores;
    }
    const Unknowns unknowns(model);
    const Belief belief = draw_belief(model, unknowns, luck);
    const Expected expected(model, unknowns, belief, luck);
    const double own = std::sqrt(std::max(0.0, belief.deviation * belief.deviation - rounding_variance));
    auto next = model.audited.begin();  // both in the order of the establishments
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        const EstablishmentRow& row = pack.establishments[e];
        const ScoreStratum stratum{row.sector, row.size_band, row.kind};
        const bool is_audited = next != model.audited.end() && next->establishment == e;
        const AuditedEstablishment* audited = is_audited ? &*next++ : nullptr;
        const double common = draw_common(audited, expected, belief, luck.draws({e, 0}, of_common));
        for (std::size_t axis = 0; axis < model.axes.size(); ++axis) {
            Draws draws = luck.draws({e, 0}, of_residual, model.axes[axis]);
            const double drawn = expected(axis, stratum) + common + own * normal(draws);
            scores[e * axes + model.axes[axis]] =
                static_cast<std::uint8_t>(std::lround(std::clamp(drawn, 0.0, highest_score)));
        }
        if (audited != nullptr) {
            for (const auto& [axis, score] : audited->scores) {
                scores[e * axes + model.axes[axis]] = static_cast<std::uint8_t>(score);
            }
        }
    }
    return scores;
}

}  // namespace releve
