#pragma once
#include "engine/model/conduct/score_model.hpp"

#include <Eigen/Dense>

/// The score model given the ratios of variances: a Gaussian with few unknowns (the effects that some audited establishment
/// shows), solved by one Cholesky factorisation. What establishments have in common over their axes is integrated out.
namespace releve::score_algebra {

inline constexpr double prior_mean = 2;                ///< [points] of every axis: the middle of the scale
inline constexpr double prior_mean_variance = 4;       ///< against the residual: wide, so that the scores decide
inline constexpr double prior_degrees = 2;             ///< of the residual's variance: worth two scores
inline constexpr double prior_variance = 1;            ///< [points squared]
inline constexpr double rounding_variance = 1.0 / 12;  ///< of a uniform error of half a point (Sheppard's correction)

/// Number that stands for an effect that no audited establishment shows.
inline constexpr Eigen::Index not_shown = -1;
inline constexpr std::size_t terms = 4;  ///< of a score: mean, sector group, size band, kind

/// Where each effect is among the unknowns.
class Unknowns {
public:
    explicit Unknowns(const ScoreModel& model);
    /// Of the terms of a score on an axis.
    std::array<Eigen::Index, terms> of(std::size_t axis, const ScoreStratum& stratum) const;
    Eigen::Index size() const { return size_; }
    std::size_t term(Eigen::Index unknown) const { return term_[static_cast<std::size_t>(unknown)]; }

private:
    std::size_t place(std::size_t axis, std::size_t term, std::size_t level) const;
    const ScoreModel& model_;
    std::array<std::size_t, terms> first_{};  ///< level of each term within an axis
    std::size_t levels_ = 0;
    std::vector<Eigen::Index> unknown_;  ///< by axis and level
    std::vector<std::size_t> term_;      ///< by unknown
    Eigen::Index size_ = 0;
};

/// Variance of one effect of a term, against the residual's.
double prior_ratio(const ScoreRatios& ratios, std::size_t term);

/// Takes out of the values of one establishment what they have in common: the inverse of I + common * J.
Eigen::VectorXd without_common(const Eigen::VectorXd& values, double common);

struct Solved {
    Eigen::LLT<Eigen::MatrixXd> precision;  ///< of the unknowns, in units of the residual's variance
    Eigen::VectorXd mean;                   ///< of the unknowns
    double squares = 0;                     ///< prior's and residual's sum of squares
    double degrees = 0;
    double log_determinant = 0;  ///< of the variance of the scores
    double variance() const { return squares / (degrees - 2); }
};
Solved solve(const ScoreModel& model, const Unknowns& unknowns, const ScoreRatios& ratios);

/// Scores of one establishment less the prior mean.
Eigen::VectorXd centred(const AuditedEstablishment& audited);

/// Logarithm of the prior density of the ratios: each standard deviation half-normal, scale `prior_scale`.
inline constexpr double prior_scale = 0.5;
double log_prior(const ScoreRatios& ratios);
/// exp of logarithms, made to sum to 1.
std::vector<double> normalised(std::vector<double> logarithms);

}  // namespace releve::score_algebra
