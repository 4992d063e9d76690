#include "scenarios/compare/paired.hpp"

#include "engine/base/error.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace releve::compare {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Sums of a dozen values near 1 to 10 carry at most about a dozen roundings of 2e-16, times the few operations after.
Approx near(double value) { return Approx(value).epsilon(1e-13).margin(1e-13); }

}  // namespace

TEST_CASE("quantiles of type 7 lie between order statistics") {
    const std::vector<double> values{4, 1, 3, 2, nan, 5};
    CHECK(quantile(values, 0) == 1);
    CHECK(quantile(values, 1) == 5);
    CHECK(quantile(values, 0.5) == 3);
    CHECK(quantile(values, 0.1) == near(1.4));  // 1 + (5 - 1) 0.1 = 1.4th value
    CHECK(quantile(values, 0.95) == near(4.8));
    CHECK(quantile(std::vector{7.0}, 0.3) == 7);
    CHECK(std::isnan(quantile({}, 0.5)));
    CHECK_THROWS_AS(quantile(values, 1.1), ModelError);
    CHECK_THROWS_AS(quantile(values, nan), ModelError);
}

TEST_CASE("a summary of 1 to 9 is known in closed form") {
    const Summary s = summary(std::vector<double>{9, 1, 8, 2, 7, 3, 6, 4, 5});
    CHECK(s.count == 9);
    CHECK(s.mean == 5);
    CHECK(s.deviation == near(std::sqrt(7.5)));  // n (n + 1) / 12 for 1..n
    CHECK(s.standard_error == near(std::sqrt(7.5) / 3));
    CHECK(s.median == 5);
    CHECK(s.q05 == near(1.4));
    CHECK(s.q10 == near(1.8));
    CHECK(s.q90 == near(8.2));
    CHECK(s.q95 == near(8.6));
}

TEST_CASE("what too few values cannot tell is NaN") {
    CHECK(summary({}).count == 0);
    CHECK(std::isnan(summary({}).mean));
    const Summary one = summary(std::vector{3.0, nan, infinity});
    CHECK(one.count == 1);
    CHECK(one.mean == 3);
    CHECK(one.median == 3);
    CHECK(std::isnan(one.deviation));
    CHECK(std::isnan(mean_interval(std::vector{3.0}).low));
    const PairedDifference d = paired_difference(std::vector{1.0, nan}, std::vector{2.0, 5.0});
    CHECK(d.count == 1);
    CHECK(d.difference.mean == 1);
    CHECK(std::isnan(d.difference.high));
    CHECK(std::isnan(d.p_value));
    CHECK(std::isnan(d.variance_reduction));
    CHECK(paired_difference({}, {}).count == 0);
    CHECK_FALSE(paired_difference({}, {}).identical);
    CHECK(std::isnan(paired_difference({}, {}).probability.mean));
}

TEST_CASE("the Student interval has its closed forms") {
    // One degree of freedom is the Cauchy law: t = tan(pi level / 2). Two: t = a / sqrt(1 - a²) sqrt(2), a = level.
    const Interval two = mean_interval(std::vector{1.0, 3.0}, 0.9);
    CHECK(two.mean == 2);
    CHECK(two.high == near(2 + std::tan(std::numbers::pi * 0.45)));
    CHECK(two.low == near(2 - std::tan(std::numbers::pi * 0.45)));
    const Interval three = mean_interval(std::vector{1.0, 2.0, 3.0}, 0.8);
    CHECK(three.high == near(2 + std::sqrt(2.0) * 0.8 / std::sqrt(1 - 0.64) / std::sqrt(3.0)));
    CHECK_THROWS_AS(mean_interval(std::vector{1.0, 3.0}, 1.0), ModelError);
    CHECK_THROWS_AS(mean_interval(std::vector{1.0, 3.0}, nan), ModelError);
}

TEST_CASE("the Student interval covers as often as it says") {
    std::mt19937_64 draws(20);
    std::normal_distribution<double> normal(5, 2);
    const int trials = 4000;
    int covered = 0;
    for (int i = 0; i < trials; ++i) {
        std::vector<double> values(6);
        for (double& value : values) {
            value = normal(draws);
        }
        const Interval interval = mean_interval(values, 0.9);
        covered += interval.low <= 5 && 5 <= interval.high ? 1 : 0;
    }
    // Binomial(4000, 0.9): standard deviation sqrt(4000 0.9 0.1) = 19; five of them.
    CHECK(std::abs(covered - 3600) < 95);
}

TEST_CASE("the Wilson interval solves its equation") {
    // Its bounds are the p of which the observed share is z standard deviations away:
    // |8/10 - p| = z sqrt(p (1 - p) / 10).
    const Interval w = wilson_interval(8, 10, 0.95);
    const double z = 1.959963984540054;
    CHECK(w.mean == 0.8);
    CHECK(0.8 - w.low == near(z * std::sqrt(w.low * (1 - w.low) / 10)));
    CHECK(w.high - 0.8 == near(z * std::sqrt(w.high * (1 - w.high) / 10)));
    // All successes: the lower bound is n / (n + z²), the upper 1.
    CHECK(wilson_interval(10, 10).low == near(10 / (10 + z * z)));
    CHECK(wilson_interval(10, 10).high == near(1));
    CHECK(wilson_interval(0, 10).low == near(0));
    CHECK(std::isnan(wilson_interval(0, 0).mean));
}

TEST_CASE("a paired difference is that of b to a") {
    const std::vector<double> a{1, 2, 3, 4}, b{2, 2, 5, 5};  // differences 1 0 2 1: mean 1, variance 2/3
    const PairedDifference d = paired_difference(a, b, 0.95);
    CHECK(d.count == 4);
    CHECK(d.difference.mean == 1);
    CHECK(d.standard_error == near(std::sqrt(2.0 / 3.0 / 4.0)));
    // Three degrees of freedom: F(t) = 1/2 + (atan(u) + u / (1 + u²)) / pi, u = t / sqrt(3).
    const auto upper_tail = [](double t) {
        const double u = t / std::sqrt(3.0);
        return 0.5 - (std::atan(u) + u / (1 + u * u)) / std::numbers::pi;
    };
    CHECK(upper_tail((d.difference.high - 1) / d.standard_error) == near(0.025));
    CHECK(upper_tail((1 - d.difference.low) / d.standard_error) == near(0.025));
    CHECK(d.p_value == near(2 * upper_tail(1 / d.standard_error)));
    CHECK(d.probability.mean == 0.875);  // three of four, one tie
    CHECK(d.probability.low == wilson_interval(3.5, 4).low);
    CHECK(d.variance_reduction == near((5.0 / 3.0 + 3.0) / (2.0 / 3.0)));
    CHECK_FALSE(d.identical);
    const PairedDifference back = paired_difference(b, a, 0.95);
    CHECK(back.difference.high == near(-d.difference.low));
    CHECK(back.probability.mean == 0.125);
    CHECK(back.p_value == near(d.p_value));
    CHECK_THROWS_AS(paired_difference(a, std::vector{1.0}), ModelError);
}

TEST_CASE("differences without chance are flagged") {
    const std::vector<double> a{0.1, 0.2, 0.3};
    const PairedDifference same = paired_difference(a, a);
    CHECK(same.identical);
    CHECK(same.variance_reduction == infinity);
    CHECK(same.difference.low == 0);
    CHECK(same.difference.high == 0);
    CHECK(same.p_value == 1);
    CHECK(same.probability.mean == 0.5);
    std::vector<double> shifted;
    for (const double value : a) {
        shifted.push_back(value + 1);  // rounds differently each time
    }
    const PairedDifference shift = paired_difference(a, shifted);
    CHECK_FALSE(shift.identical);
    CHECK(shift.variance_reduction == infinity);
    CHECK(shift.p_value < 1e-12);
    const std::vector<double> ones(3, 1.0), twos(3, 2.0);
    CHECK(paired_difference(ones, twos).p_value == 0);
}

TEST_CASE("Holm adjusts each p-value for those still standing") {
    const std::vector<double> adjusted = holm_adjusted(std::vector{0.01, 0.04, 0.03, nan, 0.005});
    CHECK(adjusted[4] == near(0.02));  // 4 x 0.005
    CHECK(adjusted[0] == near(0.03));  // 3 x 0.01
    CHECK(adjusted[2] == near(0.06));  // 2 x 0.03
    CHECK(adjusted[1] == near(0.06));  // 0.04 would fall below the one before
    CHECK(std::isnan(adjusted[3]));
    CHECK(holm_adjusted(std::vector{0.7, 0.8}) == std::vector{1.0, 1.0});
    CHECK(holm_adjusted({}).empty());
}

}  // namespace releve::compare
