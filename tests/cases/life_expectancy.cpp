#include "tests/cases/closed_form.hpp"
#include "tests/langres.hpp"

using namespace releve;
using namespace releve::tests;

// A cohort followed from 15, where the simulation begins, to its last death under the death rates of the Langres pack. With
// survivors l(x) of the yearly probabilities q(x), and deaths spread by a constant hazard within each year of age, the years
// lived at age x are l(x) q(x) / -ln(1 - q(x)); life expectancy is their sum.

namespace {

constexpr int cohort = 40'000;
constexpr int first_age = 15;
constexpr int months =
    150 * 12;  // so that the last death is in it: the last row of the table, q = 0.31, lasts for ever

double yearly_probability(const std::vector<double>& table, std::size_t age) {
    return table[std::min(age, table.size() - 1)];
}

double survivors(const std::vector<double>& table, std::size_t age) {
    double alive = 1;
    for (std::size_t x = first_age; x < age; ++x) {
        alive *= 1 - yearly_probability(table, x);
    }
    return alive;
}

double life_expectancy(const std::vector<double>& table) {
    double years = 0;
    for (std::size_t x = first_age; x < first_age + months / 12; ++x) {
        const double q = yearly_probability(table, x);
        years += survivors(table, x) * q / -std::log(1 - q);
    }
    return years;
}

/// Deaths by month since the fifteenth birthday.
std::vector<double> deaths_of_cohort(Sex sex) {
    const Setting setting{langres(), langres().calendar, months, 0};
    State first = plain_state(langres(), months);
    for (int i = 0; i < cohort; ++i) {
        const PersonId person = add_person(first, Status::inactive, first_age, 0.5F);
        first.persons[person].sex = sex;
    }
    count_residents(first);
    Bench mortality("mortality", setting);
    mortality.attach(first);
    State state = replicate_of(first, static_cast<std::uint32_t>(sex));  // so that the sexes do not share their luck
    std::vector<double> deaths;
    for (; state.month < months; ++state.month) {
        state.events.clear();
        mortality.act(state);
        deaths.push_back(events_of(state, EventKind::death));
    }
    return deaths;
}

}  // namespace

TEST_CASE("life expectancy: a cohort lives as long as the table of the Langres pack says", "[closed_form]") {
    for (const Sex sex : {Sex::men, Sex::women}) {
        const std::vector<double>& table = langres().mortality[static_cast<std::size_t>(sex)];
        const std::vector<double> deaths = deaths_of_cohort(sex);
        double sum = 0, squares = 0, dead = 0;
        const std::string who = sex == Sex::men ? "men" : "women";
        for (std::size_t month = 0; month < deaths.size(); ++month) {
            const std::size_t age = first_age + month / 12;
            if (month % 12 == 0 && (age == 40 || age == 65 || age == 85)) {
                const double alive = survivors(table, age);
                check_near(who + " alive at " + std::to_string(age), 1 - dead / cohort, alive,
                           tolerance_of_share(alive, cohort));
            }
            const double years =
                (static_cast<double>(month) + 0.5) / 12;  // within its month a death falls in the middle:
            sum += deaths[month] * years;                 // wrong by under h / 12 of a month, h the hazard
            squares += deaths[month] * years * years;
            dead += deaths[month];
        }
        CHECK(dead == cohort);
        const double mean = sum / cohort;
        const double variance = squares / cohort - mean * mean;
        // the hazard of the oldest is below 0.1 a month: the half-month is wrong by at most 1/120 of a month
        check_near(who + ", years from 15", mean, life_expectancy(table), tolerance_of_mean(variance, cohort) + 1e-3);
    }
}
