#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// As many people turn 15 each month, and each age has its own death rate: the number of each age is in proportion to
// survival to it. Deaths come before arrivals in a month, so that a person who arrived k months ago has lived through k
// months of risk, and is still there with probability S(k) = prod (1 - q(age))^(1/12).

namespace {

constexpr int a_month = 60;  // of each sex: a whole number, so that chance does not enter the inflow
constexpr int months = 70 * 12;

double death_probability(std::size_t sex, int age) {
    if (sex == 0) {
        return 0.04;
    }
    return age < 40 ? 0.005 : (age < 65 ? 0.02 : 0.08);
}

Pack pack_of_ages() {
    Pack pack = plain_pack();
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (int age = 0; age <= 100; ++age) {
            pack.mortality[sex].push_back(death_probability(sex, age));
        }
        pack.school_leaving[sex] = {{Education::none, 16, 1.0}};
    }
    pack.school_cohorts = {{12.0 * a_month, 12.0 * a_month}};
    return pack;
}

/// Living persons by sex and age in years.
std::array<std::vector<int>, 2> pyramid(const State& state, int month) {
    std::array<std::vector<int>, 2> ages{std::vector<int>(120, 0), std::vector<int>(120, 0)};
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        const Person& person = state.persons[PersonId{i}];
        if (person.status != Status::dead) {
            ++ages[static_cast<std::size_t>(person.sex)][static_cast<std::size_t>(person.age_years(month))];
        }
    }
    return ages;
}

/// Compares the pyramid at the end of a month with survival, for the ages that the inflow has had the time to fill.
void check_pyramid(const State& state, int month) {
    const std::array<std::vector<int>, 2> found = pyramid(state, month);
    for (std::size_t sex = 0; sex < 2; ++sex) {
        double alive = 1;
        double chi_square = 0;
        int ages = 0;
        for (int age = 15; (age - 14) * 12 <= month + 1; ++age, ++ages) {
            double expected = 0;
            double variance = 0;  // of independent survivals
            for (int k = 0; k < 12; ++k) {
                expected += a_month * alive;
                variance += a_month * alive * (1 - alive);
                // the month in which a birthday falls is lived at the new age
                alive *= std::pow(1 - death_probability(sex, k < 11 ? age : age + 1), 1.0 / 12);
            }
            const double deviation = found[sex][static_cast<std::size_t>(age)] - expected;
            chi_square += deviation * deviation / variance;
            check_near("sex " + std::to_string(sex) + ", " + std::to_string(age) + " years",
                       found[sex][static_cast<std::size_t>(age)], expected, 4 * std::sqrt(variance));
        }
        // of independent ages: mean the number of ages, variance twice that
        check_near("chi-square of sex " + std::to_string(sex), chi_square, ages, 4 * std::sqrt(2.0 * ages));
    }
}

}  // namespace

TEST_CASE("age pyramid: under a constant inflow the ages are in proportion to survival", "[closed_form]") {
    const Pack pack = pack_of_ages();
    const Setting setting{pack, pack.calendar, months, 0};
    Bench mortality("mortality", setting);
    Bench school_cohort("school_cohort", setting);
    State first = plain_state(pack, months);
    mortality.attach(first);
    school_cohort.attach(first);
    State state = replicate_of(first, 0);
    for (; state.month < months; ++state.month) {
        state.events.clear();
        mortality.act(state);
        school_cohort.act(state);
        if (state.month == months / 2 - 1 || state.month == months - 1) {
            check_pyramid(state, state.month);
        }
    }
    CHECK(state.persons.size() == 2U * a_month * months);
}
