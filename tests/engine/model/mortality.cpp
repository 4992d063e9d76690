#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

/// Whole months that somebody of an age (just reached) can expect to live: sum over months of the share still alive, the
/// yearly probability q being spread over twelve months as (1 - q)^(1/12); the last age lasts for ever.
double expected_months(const std::vector<double>& table, int age) {
    double alive = 1;
    double months = 0;
    for (int month = 0; month < 12 * 110; ++month) {
        const auto row = std::min(table.size() - 1, static_cast<std::size_t>(age + month / 12));
        alive *= std::pow(1 - table[row], 1.0 / 12);
        months += alive;
    }
    return months;
}

struct Lives {
    double mean = 0, error = 0;  ///< months, and standard error of the mean
};

/// Lives of `n` people of one sex and age under the mortality process alone.
Lives simulate(Sex sex, int age_years, int n, double multiplier) {
    const Setting setting{langres(), langres().calendar, 12 * 110, 0};
    State state;
    state.calendar = setting.calendar;
    state.horizon = setting.horizon;
    state.inside_zones = 1;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    for (int i = 0; i < n; ++i) {
        const PersonId person = add_person(state, Status::inactive, age_years, 0.5F);
        state.persons[person].sex = sex;
    }
    state.residents[static_cast<std::size_t>(Status::inactive)] = static_cast<std::uint32_t>(n);
    Bench mortality("mortality", setting);
    mortality.set("multiplier", multiplier);
    mortality.attach(state);
    start_risks(state);
    double sum = 0;
    double squares = 0;
    for (; state.month < state.horizon; ++state.month) {
        state.events.clear();
        mortality.act(state);
        const auto deaths = static_cast<double>(state.events.size());
        sum += deaths * state.month;
        squares += deaths * state.month * state.month;
    }
    const double mean = sum / n;
    return {mean, std::sqrt((squares / n - mean * mean) / n)};
}

}  // namespace

TEST_CASE("people live as long as the table of their sex says") {
    for (const Sex sex : {Sex::men, Sex::women}) {
        for (const int age : {15, 60}) {
            const Lives lives = simulate(sex, age, 8'000, 1);
            const double expected = expected_months(langres().mortality[static_cast<std::size_t>(sex)], age);
            INFO(age << " years: " << lives.mean << " months, table " << expected << ", error " << lives.error);
            CHECK(std::abs(lives.mean - expected) < 4 * lives.error);
        }
    }
    // France, 2010-2012: women outlive men by more than six years
    CHECK(expected_months(langres().mortality[1], 15) - expected_months(langres().mortality[0], 15) > 6 * 12);
}

TEST_CASE("without mortality nobody dies") { CHECK(simulate(Sex::men, 60, 500, 0).mean == 0); }
