#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

/// Share of unemployed after many months in which people only lose posts outside (hazard s) and find them (hazard f).
double unemployment_after(int months, double s, double f, int n, double at_start) {
    const Setting setting{langres(), langres().calendar, months, 0};
    State state;
    state.calendar = setting.calendar;
    state.horizon = months;
    state.inside_zones = 1;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    for (int i = 0; i < n; ++i) {
        add_person(state, i < at_start * n ? Status::unemployed : Status::outside, 40, 0.5F);
    }
    Bench separation("outside_separation", setting);
    Bench hiring("outside_hiring", setting);
    separation.set("rate", s).attach(state);
    hiring.set("residents", f).attach(state);
    start_risks(state);
    for (; state.month < months; ++state.month) {
        separation.act(state);
        hiring.act(state);
    }
    return static_cast<double>(state.seekers.members().size()) / n;
}

/// Stationary share of a chain in which those who lose a post in a month may find one in the same month.
double stationary(double s, double f) {
    const double lose = 1 - std::exp(-s);
    const double find = 1 - std::exp(-f);
    return lose * (1 - find) / (lose * (1 - find) + find);
}

}  // namespace

TEST_CASE("two opposite flows settle at u* = s / (s + f), from either side") {
    constexpr int n = 20'000;
    const double s = 0.002;
    const double f = 0.010;
    const double u = stationary(s, f);
    // of n independent people: sd = sqrt(u (1 - u) / n); what is left of the start decays as exp(-(s + f) t)
    const double left = std::exp(-(s + f) * 600);
    const double tolerance = 4 * std::sqrt(u * (1 - u) / n) + left;
    CHECK(std::abs(unemployment_after(600, s, f, n, 0.0) - u) < tolerance);
    CHECK(std::abs(unemployment_after(600, s, f, n, 0.6) - u) < tolerance);
    CHECK(u == Approx(s / (s + f)).epsilon(f));  // months are steps: relative error of the order of f
}

TEST_CASE("flows of ordinary size settle where the monthly chain does") {
    constexpr int n = 20'000;
    const double u = stationary(0.01, 0.10);
    CHECK(std::abs(unemployment_after(120, 0.01, 0.10, n, 0.0) - u) <
          4 * std::sqrt(u * (1 - u) / n) + std::exp(-0.11 * 120));
}

TEST_CASE("the way down to the stationary share is exponential") {
    constexpr int n = 20'000;
    const double find = 1 - std::exp(-0.05);
    const double expected = std::pow(1 - find, 24);  // nobody loses a post: all start without one
    const double found = unemployment_after(24, 0, 0.05, n, 1.0);
    CHECK(std::abs(found - expected) < 4 * std::sqrt(expected * (1 - expected) / n));
}
