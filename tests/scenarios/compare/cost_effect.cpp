#include "scenarios/compare/cost_effect.hpp"

#include "engine/base/error.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

namespace releve::compare {

namespace {

/// A dozen operations on values below 1e3, each rounded by 1e-16 of them, against results of the order of 1.
Approx near(double value) { return Approx(value).epsilon(1e-12).margin(1e-12); }

}  // namespace

TEST_CASE("Fieller's interval of four pairs is that of the formula by hand") {
    // cost 10, 12, 8, 10: mean 10, variance 8/3; effect 4, 6, 5, 5: mean 5, variance 2/3; covariance
    // (0 (-1) + 2 1 + (-2) 0 + 0 0) / 3 = 2/3
    const std::vector<double> cost{10, 12, 8, 10};
    const std::vector<double> effect{4, 6, 5, 5};
    const CostEffect found = cost_effect(cost, effect, 0.95);
    // Student quantile 0.975 of 3 degrees of freedom, from tables and solved to 15 digits
    const double t = 3.182446305284263;
    const double scale = t * t / 4;
    const double a = 25 - scale * 2 / 3;
    const double b = 50 - scale * 2 / 3;
    const double c = 100 - scale * 8 / 3;
    CHECK(found.count == 4);
    CHECK(found.shown == Shown::gain);
    CHECK(found.ratio == near(2));
    CHECK(found.low == near((b - std::sqrt(b * b - a * c)) / a));
    CHECK(found.high == near((b + std::sqrt(b * b - a * c)) / a));
    CHECK(found.low < 2);
    CHECK(found.high > 2);
}

TEST_CASE("a constant effect gives the interval of the cost, divided") {
    const std::vector<double> cost{10, 12, 8, 10};
    const CostEffect found = cost_effect(cost, std::vector<double>(4, 5.0), 0.9);
    CHECK(found.low == near(found.cost.low / 5));
    CHECK(found.high == near(found.cost.high / 5));
}

TEST_CASE("a cost proportional to the effect has a ratio without spread") {
    const std::vector<double> effect{4, 6, 5, 5};
    const std::vector<double> cost{40, 60, 50, 50};
    const CostEffect found = cost_effect(cost, effect);
    CHECK(found.ratio == near(10));
    // b^2 - a c is 0 but for rounding of terms near 2500^2, 1e-16 of which its root turns into 1e-8 of 25
    CHECK(found.low == Approx(10).margin(1e-6));
    CHECK(found.high == Approx(10).margin(1e-6));
}

TEST_CASE("where the effect may be nil or is a harm, no cost of one unit is given") {
    const std::vector<double> cost{10, 12, 8, 10};
    const CostEffect nil = cost_effect(cost, std::vector<double>{-4, 6, -5, 5});
    CHECK(nil.shown == Shown::no_effect);
    CHECK(std::isnan(nil.ratio));
    CHECK(std::isnan(nil.low));
    CHECK(std::isfinite(nil.cost.low));
    CHECK(cost_effect(cost, std::vector<double>{-4, -6, -5, -5}).shown == Shown::harm);
    CHECK(cost_effect(std::vector{1.0}, std::vector{2.0}).shown == Shown::no_effect);
    CHECK(cost_effect({}, {}).count == 0);
    CHECK_THROWS_AS(cost_effect(cost, std::vector{1.0}), ModelError);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(cost_effect(std::vector{1.0, nan, 2.0}, std::vector{1.0, 1.0, nan}).count == 1);
}

TEST_CASE("Fieller's interval holds the true ratio as often as it says") {
    // cost 100 + effect's noise, effect 10, both normal; ratio of the means 10. Over 2,000 samples the share of intervals
    // that hold it has a standard error of sqrt(0.95 0.05 / 2000) = 0.0049: four of them
    std::mt19937 words(7);
    std::normal_distribution<double> normal;
    int held = 0;
    int bounded = 0;
    for (int sample = 0; sample < 2000; ++sample) {
        std::vector<double> cost;
        std::vector<double> effect;
        for (int i = 0; i < 12; ++i) {
            const double shared = normal(words);
            effect.push_back(10 + 3 * shared);
            cost.push_back(100 + 20 * (0.5 * shared + normal(words)));
        }
        const CostEffect found = cost_effect(cost, effect, 0.95);
        bounded += found.shown == Shown::gain ? 1 : 0;
        held += found.low <= 10 && 10 <= found.high ? 1 : 0;
    }
    REQUIRE(bounded == 2000);  // 10 is 11 standard errors from 0
    CHECK(std::abs(held / 2000.0 - 0.95) < 4 * 0.0049);
}

}  // namespace releve::compare
