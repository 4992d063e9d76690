#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// People who only lose a post outside (hazard s) and find one (hazard f). Separations act first in a month, so that who
// loses a post may find another at once; who finds one keeps it to the end of the month. From one end of month to the
// next: P(lose) = S = (1 - e^-s) e^-f, P(find) = F = 1 - e^-f. Hence u* = S / (S + F), u(t) = u* + (u0 - u*) (1 - S - F)^t,
// and, people being independent, N u* (1 - u*) for the variance and (1 - S - F)^k for the autocorrelation of the number.

namespace {

constexpr double lose_hazard = 0.03;
constexpr double find_hazard = 0.12;
constexpr int people = 50;
constexpr int replicates = 5'000;
constexpr int months = 96;  // what is left of the start: 0.86^72 = 2e-5 of it at the first month used as stationary

double lose() { return (1 - std::exp(-lose_hazard)) * std::exp(-find_hazard); }
double find() { return 1 - std::exp(-find_hazard); }
double stationary() { return lose() / (lose() + find()); }
double memory() { return 1 - lose() - find(); }

/// Number of unemployed at the start and after each month, over replicates; everybody begins unemployed.
const std::vector<Sample>& unemployed() {
    static const std::vector<Sample> result = [] {
        const Pack pack = plain_pack();
        const Setting setting{pack, pack.calendar, months, 0};
        Bench separation("outside_separation", setting);
        Bench hiring("outside_hiring", setting);
        State first = plain_state(pack, months);
        for (int i = 0; i < people; ++i) {
            add_person(first, Status::unemployed, 40, 0.5F);
        }
        count_residents(first);
        separation.set("rate", lose_hazard).attach(first);
        hiring.set("residents", find_hazard).attach(first);
        std::vector<Sample> at(months + 1);
        for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
            State state = replicate_of(first, replicate);
            at[0].add(people);
            while (state.month < months) {
                separation.act(state);
                hiring.act(state);
                at[static_cast<std::size_t>(++state.month)].add(static_cast<double>(state.seekers.members().size()));
            }
        }
        return at;
    }();
    return result;
}

}  // namespace

TEST_CASE("two-state flows: the path to the stationary share", "[closed_form]") {
    for (std::size_t t = 1; t <= months; ++t) {
        const double expected = stationary() + (1 - stationary()) * std::pow(memory(), static_cast<double>(t));
        // all begin alike and are independent: a binomial share
        check_near("share after month " + std::to_string(t), unemployed()[t].mean() / people, expected,
                   tolerance_of_share(expected, people * replicates));
    }
}

TEST_CASE("two-state flows: the variance of the stationary number is N u* (1 - u*)", "[closed_form]") {
    const Moments binomial = moments_of(number_of_events(std::vector<double>(people, stationary())));
    CHECK(binomial.variance == Approx(people * stationary() * (1 - stationary())));
    for (const std::size_t t : {72U, 96U}) {
        check_near("variance after month " + std::to_string(t), unemployed()[t].variance(), binomial.variance,
                   tolerance_of_variance(binomial, replicates));
    }
}

TEST_CASE("two-state flows: the autocorrelation falls as (1 - S - F)^k", "[closed_form]") {
    for (const std::size_t lag : {1U, 3U, 6U, 12U, 24U}) {
        const double expected = std::pow(memory(), static_cast<double>(lag));
        // standard error of a correlation of n near-normal pairs: (1 - rho^2) / sqrt(n - 1). The numbers are binomial of
        // 50: their excess kurtosis, (1 - 6 u* (1 - u*)) / (50 u* (1 - u*)) = 0.01, changes it by less than 1 %
        check_near("autocorrelation at lag " + std::to_string(lag),
                   unemployed()[72].correlation(unemployed()[72 + lag]), expected,
                   4 * (1 - expected * expected) / std::sqrt(replicates - 1));
    }
}
