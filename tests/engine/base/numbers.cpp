#include "engine/base/portable_math.hpp"
#include "engine/base/rates.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;

TEST_CASE("portable_log agrees with the C library to 14 digits") {
    double largest = 0;
    for (double x = 1e-10; x < 1e10; x *= 1.00037) {
        largest = std::max(largest, std::abs(portable_log(x) / std::log(x) - 1));
    }
    for (double off = 1e-12; off < 0.4; off *= 1.01) {  // near 1, where the relative error is hardest to keep
        largest = std::max(largest, std::abs(portable_log(1 + off) / std::log(1 + off) - 1));
        largest = std::max(largest, std::abs(portable_log(1 - off) / std::log(1 - off) - 1));
    }
    CHECK(largest < 1e-14);
    CHECK(portable_log(1.0) == 0.0);
}

TEST_CASE("portable_exp agrees with the C library to 14 digits") {
    double largest = 0;
    for (double x = -699.9; x < 700; x += 0.0137) {
        largest = std::max(largest, std::abs(portable_exp(x) / std::exp(x) - 1));
    }
    CHECK(largest < 1e-14);
    CHECK(portable_exp(0.0) == 1.0);
    CHECK(portable_exp(-701.0) == 0.0);
    CHECK(portable_exp(-1e300) == 0.0);
}

TEST_CASE("hazards and probabilities turn into each other") {
    for (double probability = 1e-6; probability < 0.999; probability += 0.00713) {
        CHECK(probability_from_hazard(hazard_from_probability(probability)) == Approx(probability).epsilon(1e-9));
        // twelve months of the monthly hazard give back the yearly probability
        const double hazard = monthly_hazard_from_annual_probability(probability);
        CHECK(1 - std::pow(1 - probability_from_hazard(hazard), 12) == Approx(probability).epsilon(1e-9));
    }
    CHECK(probability_from_hazard(0) == 0);
    CHECK(hazard_from_probability(0) == 0);
    CHECK(probability_from_hazard(hazard_from_probability(1)) == 1);
    CHECK(monthly_hazard_from_annual_rate(0.12) == Approx(0.01));
}
