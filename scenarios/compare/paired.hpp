#pragma once
#include <cstddef>
#include <span>
#include <vector>

/// Statistics on the values that replicates give. Replicate i of two scenarios shares its random numbers, so scenarios
/// are compared by the differences within pairs. NaN and infinite values (an output undefined in one replicate, a rate
/// with nobody at risk) are left out, and with them their pair; the number kept is given back.
/// What too few values cannot tell is NaN, so that a test such as `low > 0` stays false.
namespace releve::compare {

struct Interval {
    double mean, low, high;
};

struct Summary {
    std::size_t count;  ///< values kept
    double mean;
    double deviation;       ///< standard deviation, divisor n - 1
    double standard_error;  ///< Monte-Carlo standard error of the mean: deviation / sqrt(n)
    double median;
    double q05, q10, q90, q95;
};

/// Scenario b against baseline a: differences are b - a.
struct PairedDifference {
    std::size_t count;          ///< pairs kept
    Interval difference;        ///< mean of b - a and its Student-t interval
    double standard_error;      ///< Monte-Carlo standard error of the mean difference
    double p_value;             ///< two-sided Student-t test of "no difference"; 1 if all pairs are equal
    Interval probability;       ///< share of pairs with a < b, ties counted half, and its Wilson interval
    double variance_reduction;  ///< (var a + var b) / var(b - a): what pairing divides the variance by; see below
    bool identical;             ///< every pair is equal: the scenarios never part on this output
};

/// Quantile of order p in [0, 1], type 7: linear between the order statistics around 1 + (n - 1) p.
/// NaN if nothing is kept. Source: Hyndman and Fan (1996), The American Statistician 50(4), definition 7.
double quantile(std::span<const double> values, double p);

/// Mean, spread and quantiles (type 7).
Summary summary(std::span<const double> values);

/// mean -/+ t(n - 1, (1 + level) / 2) deviation / sqrt(n). Bounds are NaN below two values.
/// ModelError if level is not in (0, 1).
Interval mean_interval(std::span<const double> values, double level = 0.95);

/// A mean of which only the standard deviation and the number of values are known.
struct MeanTest {
    Interval interval;  ///< as mean_interval gives it
    double p_value;     ///< two-sided Student-t test of "the mean is 0"; 1 if the mean and the deviation are 0
};
/// ModelError if level is not in (0, 1). NaN below two values.
MeanTest mean_test(double mean, double deviation, std::size_t count, double level = 0.95);

/// Share of successes and its score interval: with z the normal quantile of (1 + level) / 2,
/// (p + z²/2n -/+ z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n). Ties counted half make `successes` a half-integer.
/// NaN if trials is 0. Source: Wilson (1927), JASA 22(158), 209-212.
Interval wilson_interval(double successes, std::size_t trials, double level = 0.95);

/// Compares replicate by replicate; a and b have the same length (else ModelError).
/// variance_reduction is infinity where the differences do not vary (beyond rounding): nothing is left to chance.
PairedDifference paired_difference(std::span<const double> a, std::span<const double> b, double level = 0.95);

/// p-values adjusted for being several: sorted increasingly, the k-th of m becomes max over j <= k of
/// min(1, (m - j + 1) p_j), given back in the order of the input. Rejecting those below alpha keeps the chance of any
/// false rejection below alpha, whatever their dependence. NaN are not counted and stay NaN.
/// Source: Holm (1979), Scandinavian Journal of Statistics 6(2), 65-70.
std::vector<double> holm_adjusted(std::span<const double> p_values);

}  // namespace releve::compare
