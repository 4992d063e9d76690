#include "engine/base/draws.hpp"
#include "scenarios/audit/levers/gains.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace releve::audit {

namespace {

Gain measured(double raw, double error) { return {.raw = raw, .error = error, .touched = true}; }

std::vector<Gain> shrunk(std::vector<Gain> gains, const std::vector<double>& posts) {
    std::vector<Gain*> all;
    for (Gain& gain : gains) {
        all.push_back(&gain);
    }
    shrink(all, posts);
    return gains;
}

double normal(Draws& draws) {
    return std::sqrt(-2 * std::log(draws.uniform())) * std::cos(2 * 3.14159265358979 * draws.uniform());
}

}  // namespace

TEST_CASE("gains that chance alone sets apart are all drawn to their mean per post", "[levers]") {
    // per post 0.1 and 0.3, each with an error of 0.2: Q = 0.5, less than 1 degree of freedom
    const std::vector<Gain> gains = shrunk({measured(1, 2), measured(3, 2)}, {10, 10});
    for (const Gain& gain : gains) {
        CHECK(gain.shrunk == Approx(2));
        CHECK(gain.own == Approx(0).margin(1e-12));
        CHECK(gain.shrunk_error == Approx(2 / std::sqrt(2.0)));
        CHECK(gain.common_error ==
              Approx(2 / std::sqrt(2.0)));  // all of it: the sum, 4, has the error of the raw sum, sqrt 8
        CHECK(gain.probability == Approx(0.5 * std::erfc(-1.0)));  // 2 / sqrt 2 = sqrt 2 errors
        CHECK(gain.clear());                                       // 0.92
    }
}

TEST_CASE("gains that differ far beyond chance stay as they are", "[levers]") {
    // per post 0 and 10, variance 0.01 each: Q = 5000, spread = (5000 - 1) / 100 = 49.99, own weight 49.99 / 50
    const std::vector<Gain> gains = shrunk({measured(0, 0.1), measured(10, 0.1)}, {1, 1});
    CHECK(gains[1].own == Approx(49.99 / 50));
    CHECK(gains[1].shrunk == Approx(10 - 5 * 0.01 / 50));
    CHECK(gains[1].common_error == Approx(0.01 / 50 * 5));  // variance of the mean: 1 / (2 / 50)
    CHECK(gains[1].shrunk_error == Approx(std::sqrt(49.99 / 50 * 0.01 + 1e-6)));
    CHECK(gains[1].clear());
    CHECK(gains[0].probability < 0.6);
}

TEST_CASE("an establishment where nothing differs gains nothing and tells nothing of the others", "[levers]") {
    const std::vector<Gain> gains = shrunk({measured(1, 2), measured(3, 2), Gain{}}, {10, 10, 500});
    CHECK(gains[0].shrunk == Approx(2));
    CHECK(gains[2].shrunk == 0);
    CHECK(gains[2].probability == 0);
    const std::vector<Gain> alone = shrunk({measured(3, 2)}, {10});
    CHECK(alone[0].shrunk == 3);
    CHECK(alone[0].probability == Approx(0.5 * std::erfc(-1.5 / std::sqrt(2.0))));
    const std::vector<Gain> certain = shrunk({measured(3, 0), measured(3, 0)}, {10, 10});
    CHECK(certain[0].shrunk == 3);
    CHECK(certain[0].probability == 1);
}

TEST_CASE("shrunk gains are nearer the truth than raw ones", "[levers]") {
    // 400 sets of 30 true gains per post N(0.2, 0.1^2), measured with an error of 0.3. Expected squared errors: raw 0.09;
    // shrunk with the true spread 0.09 * 0.01 / 0.1 = 0.009. The spread is unknown: at most half of 0.09 is asked, which is ten
    // standard errors away (0.09 * sqrt(2 / 12000) = 0.0012).
    double raw = 0;
    double better = 0;
    for (std::uint32_t set = 0; set < 400; ++set) {
        Draws draws = Luck{1, set}.draws({0, 0}, purpose("test.shrink"));
        std::vector<double> truth;
        std::vector<Gain> gains;
        for (int i = 0; i < 30; ++i) {
            truth.push_back(0.2 + 0.1 * normal(draws));
            gains.push_back(measured(truth.back() + 0.3 * normal(draws), 0.3));
        }
        gains = shrunk(std::move(gains), std::vector<double>(30, 1.0));
        for (std::size_t i = 0; i < 30; ++i) {
            raw += (gains[i].raw - truth[i]) * (gains[i].raw - truth[i]) / 12000;
            better += (gains[i].shrunk - truth[i]) * (gains[i].shrunk - truth[i]) / 12000;
        }
    }
    CHECK(raw == Approx(0.09).margin(5 * 0.0012));
    CHECK(better < 0.045);
}

}  // namespace releve::audit
