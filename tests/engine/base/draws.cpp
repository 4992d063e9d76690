#include "engine/base/draws.hpp"

#include <array>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <vector>

using namespace releve;

namespace {

Draws draws_of(std::uint32_t person, std::uint32_t month = 0) { return {7, 3, {person, 0}, purpose("test"), month}; }

struct Moments {
    double mean = 0, variance = 0;
};
Moments moments(const std::vector<double>& values) {
    Moments found;
    for (const double value : values) {
        found.mean += value / static_cast<double>(values.size());
    }
    for (const double value : values) {
        found.variance += (value - found.mean) * (value - found.mean) / static_cast<double>(values.size() - 1);
    }
    return found;
}

}  // namespace

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
    using Counter = r123::Philox4x32::ctr_type;
    using Key = r123::Philox4x32::key_type;
    const auto zero = r123::Philox4x32_R<7>{}(Counter{{0, 0, 0, 0}}, Key{{0, 0}});
    CHECK(zero == Counter{{0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48}});
    const std::uint32_t all = 0xffffffff;
    const auto ones = r123::Philox4x32_R<7>{}(Counter{{all, all, all, all}}, Key{{all, all}});
    CHECK(ones == Counter{{0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662}});
    const auto digits_of_pi = r123::Philox4x32_R<7>{}(Counter{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
                                                      Key{{0xa4093822, 0x299f31d0}});
    CHECK(digits_of_pi == Counter{{0x4dfccaba, 0x190a87f0, 0xc47362ba, 0xb6b5242a}});
}

TEST_CASE("draws are the words of Philox under the documented key and counter") {
    Draws zero(0, 0, {0, 0}, {0}, 0);
    CHECK(zero() == 0x5f6fb709);
    CHECK(zero() == 0x0d893f64);
    CHECK(zero() == 0x4f121f81);
    CHECK(zero() == 0x4f730a48);
    Draws other(11, 12, {13, 14}, {15}, 16);
    const auto block = r123::Philox4x32_R<7>{}({{13, (14U << 16U) | 15U, 16, 1}}, {{11, 12}});
    for (int skipped = 0; skipped < 4; ++skipped) {
        other();
    }
    CHECK(other() == block[0]);  // the fifth word opens block number 1
}

TEST_CASE("uniform draws lie in (0, 1) with mean 1/2 and variance 1/12") {
    constexpr double n = 200'000;
    std::vector<double> values;
    for (std::uint32_t person = 0; person < n / 8; ++person) {
        Draws draws = draws_of(person);
        for (int i = 0; i < 8; ++i) {
            values.push_back(draws.uniform());
            REQUIRE((values.back() > 0 && values.back() < 1));
        }
    }
    const Moments found = moments(values);
    CHECK(std::abs(found.mean - 0.5) < 4 * std::sqrt(1.0 / 12 / n));
    // Var(sample variance) = (mu4 - mu2^2) / n = (1/80 - 1/144) / n
    CHECK(std::abs(found.variance - 1.0 / 12) < 4 * std::sqrt((1.0 / 80 - 1.0 / 144) / n));
}

TEST_CASE("exponential draws have mean 1 and variance 1") {
    constexpr double n = 200'000;
    std::vector<double> values;
    for (std::uint32_t person = 0; person < n; ++person) {
        values.push_back(draws_of(person).exponential());
    }
    const Moments found = moments(values);
    CHECK(std::abs(found.mean - 1) < 4 * std::sqrt(1 / n));
    CHECK(std::abs(found.variance - 1) < 4 * std::sqrt((9.0 - 1.0) / n));  // fourth central moment of Exp(1): 9
}

TEST_CASE("neighbouring persons, months, purposes, seeds and replicates are not correlated") {
    constexpr std::uint32_t n = 50'000;
    const auto correlation = [&](auto first, auto second) {
        double sum = 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            sum += (first(i).uniform() - 0.5) * (second(i).uniform() - 0.5) * 12;
        }
        return sum / n;  // standard error 1 / sqrt(n) when independent
    };
    const double tolerance = 4 / std::sqrt(double{n});
    const auto base = [](std::uint32_t i) { return draws_of(i); };
    CHECK(std::abs(correlation(base, [](std::uint32_t i) { return draws_of(i + 1); })) < tolerance);
    CHECK(std::abs(correlation(base, [](std::uint32_t i) { return draws_of(i, 1); })) < tolerance);
    CHECK(std::abs(correlation(base, [](std::uint32_t i) {
              return Draws(7, 3, {i, 0}, purpose("other"), 0);
          })) < tolerance);
    CHECK(std::abs(correlation(base, [](std::uint32_t i) {
              return Draws(7, 4, {i, 0}, purpose("test"), 0);
          })) < tolerance);
    CHECK(std::abs(correlation(base, [](std::uint32_t i) {
              return Draws(8, 3, {i, 0}, purpose("test"), 0);
          })) < tolerance);
}

TEST_CASE("the order in which people draw does not matter") {
    std::array<std::uint32_t, 3> forwards{};
    std::array<std::uint32_t, 3> backwards{};
    for (std::uint32_t i = 0; i < 3; ++i) {
        forwards[i] = draws_of(i)();
        backwards[2 - i] = draws_of(2 - i)();
    }
    CHECK(forwards == backwards);
}

TEST_CASE("below and weighted follow their law") {
    constexpr double n = 60'000;
    std::array<double, 6> counts{};
    std::array<double, 4> drawn{};
    std::array<double, 4> summed{};
    const std::array<double, 4> weights{0, 1, 0, 3};
    const std::array<double, 4> sums{0, 1, 1, 4};
    for (std::uint32_t i = 0; i < n; ++i) {
        Draws draws = draws_of(i);
        counts[draws.below(6)] += 1;
        drawn[draws.weighted(weights)] += 1;
        summed[draws.weighted_by_sums(sums)] += 1;
    }
    for (const double count : counts) {  // binomial: sd = sqrt(n p (1 - p))
        CHECK(std::abs(count - n / 6) < 4 * std::sqrt(n / 6 * 5 / 6));
    }
    for (const std::array<double, 4>& found : {drawn, summed}) {
        CHECK(found[0] == 0);
        CHECK(found[2] == 0);
        CHECK(std::abs(found[3] - 0.75 * n) < 4 * std::sqrt(n * 0.75 * 0.25));
    }
}

TEST_CASE("Boost distributions draw from it") {
    constexpr double n = 40'000;
    boost::random::poisson_distribution<int> poisson(3.0);
    boost::random::uniform_int_distribution<int> die(1, 6);
    double sum = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        Draws draws = draws_of(i);
        sum += poisson(draws);
        const int face = die(draws);
        REQUIRE((face >= 1 && face <= 6));
    }
    CHECK(std::abs(sum / n - 3) < 4 * std::sqrt(3 / n));
}
