#include "engine/model/conduct/score_check.hpp"

#include "engine/base/portable_math.hpp"
#include "engine/model/conduct/score_algebra.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

using namespace score_algebra;

constexpr double quantile_90 = 1.2815515655446004;  // of the standard normal

/// Scores of one establishment, told by the others under each point of the grid.
struct LeftOut {
    std::vector<double> logarithms;               ///< of the weights
    std::vector<Eigen::VectorXd> mean, variance;  ///< of each score
};

/// One establishment left out: P is its block of the inverse of the variance of all scores; then the others' forecast
/// differs from its scores by P^-1 (V^-1 y), with variance P^-1.
void leave_out(const ScoreRatios& ratios, const Unknowns& unknowns, const Solved& solved, const Eigen::MatrixXd& spread,
               const AuditedEstablishment& audited, LeftOut& out) {
    const double common = ratios[static_cast<std::size_t>(ScoreEffect::common)];
    const auto count = static_cast<Eigen::Index>(audited.scores.size());
    Eigen::MatrixXd design = Eigen::MatrixXd::Zero(count, unknowns.size());
    for (Eigen::Index i = 0; i < count; ++i) {
        for (const Eigen::Index unknown :
             unknowns.of(audited.scores[static_cast<std::size_t>(i)].axis, audited.stratum)) {
            design(i, unknown) += 1;
        }
    }
    const double share = common / (1 + common * static_cast<double>(count));
    const Eigen::MatrixXd own =
        Eigen::MatrixXd::Identity(count, count) - Eigen::MatrixXd::Constant(count, count, share);
    const Eigen::MatrixXd block = own - own * (design * spread * design.transpose()) * own;
    const Eigen::VectorXd values = centred(audited);
    const Eigen::LLT<Eigen::MatrixXd> factor(block);
    const Eigen::VectorXd error = factor.solve(own * (values - design * solved.mean));
    const double squares = solved.squares - error.dot(block * error);
    const double degrees = solved.degrees - static_cast<double>(count);
    double log_determinant = solved.log_determinant;
    for (Eigen::Index i = 0; i < count; ++i) {
        log_determinant += 2 * portable_log(factor.matrixLLT()(i, i));
    }
    out.logarithms.push_back(log_prior(ratios) - log_determinant / 2 - degrees / 2 * portable_log(squares));
    out.mean.emplace_back(values - error);
    out.variance.emplace_back(squares / std::max(1.0, degrees - 2) *
                              factor.solve(Eigen::MatrixXd::Identity(count, count)).diagonal());
}

std::vector<LeftOut> leave_each_out(const ScoreModel& model) {
    const Unknowns unknowns(model);
    std::vector<LeftOut> all(model.audited.size());
    for (const ScoreRatios& ratios : score_grid()) {
        const Solved solved = solve(model, unknowns, ratios);
        const Eigen::MatrixXd spread =
            solved.precision.solve(Eigen::MatrixXd::Identity(unknowns.size(), unknowns.size()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            leave_out(ratios, unknowns, solved, spread, model.audited[i], all[i]);
        }
    }
    return all;
}

/// Mean score on an axis of those other than `left_out`: of its sector group, or of all if nobody else is in it.
double mean_of_others(const ScoreModel& model, const AuditedEstablishment& left_out, std::size_t axis, bool of_group) {
    double sum = 0;
    double count = 0;
    for (const AuditedEstablishment& other : model.audited) {
        const bool counts = &other != &left_out && (!of_group || model.sector_group[other.stratum.sector] ==
                                                                     model.sector_group[left_out.stratum.sector]);
        for (const auto& [its_axis, score] : other.scores) {
            if (counts && its_axis == axis) {
                sum += score;
                ++count;
            }
        }
    }
    if (count == 0) {
        return of_group ? mean_of_others(model, left_out, axis, false) : prior_mean;
    }
    return sum / count;
}

void add(const LeftOut& out, const ScoreModel& model, const AuditedEstablishment& audited, ScoreCheck& sums) {
    const std::vector<double> weights = normalised(out.logarithms);
    for (std::size_t i = 0; i < audited.scores.size(); ++i) {
        const auto& [axis, score] = audited.scores[i];
        double mean = 0;
        double squares = 0;
        for (std::size_t point = 0; point < weights.size(); ++point) {
            const double here = out.mean[point][static_cast<Eigen::Index>(i)];
            mean += weights[point] * here;
            squares += weights[point] * (out.variance[point][static_cast<Eigen::Index>(i)] + here * here);
        }
        const double half = quantile_90 * std::sqrt(std::max(0.0, squares - mean * mean));
        const double low = std::max(0.0, mean + prior_mean - half);
        const double high = std::min(highest_score, mean + prior_mean + half);
        const auto square = [](double x) { return x * x; };
        ++sums.scores;
        sums.coverage += score >= low && score <= high ? 1 : 0;
        sums.mean_interval += high - low;
        sums.error += square(score - prior_mean - mean);
        sums.error_of_axis_mean += square(score - mean_of_others(model, audited, axis, false));
        sums.error_of_sector_mean += square(score - mean_of_others(model, audited, axis, true));
    }
}

}  // namespace

ScoreCheck check_scores(const ScoreModel& model) {
    ScoreCheck sums;
    if (model.audited.size() < 2) {
        return sums;
    }
    const std::vector<LeftOut> all = leave_each_out(model);
    for (std::size_t i = 0; i < all.size(); ++i) {
        add(all[i], model, model.audited[i], sums);
    }
    const auto count = static_cast<double>(sums.scores);
    sums.coverage /= count;
    sums.mean_interval /= count;
    for (double* const error : {&sums.error, &sums.error_of_axis_mean, &sums.error_of_sector_mean}) {
        *error = std::sqrt(*error / count);
    }
    return sums;
}

}  // namespace releve
