#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// The same number of workers reaches 62 each month. A law opens pensions at 62 to those born up to some month, at 64 to
// those born later; everybody leaves on the day. So for two years nobody leaves, the stock of 62-63 at work grows from
// nothing to its new level, and exits come back, less those who died in the two years.

namespace {

constexpr int a_month = 2'000;
constexpr int reform = 24;  // first month in which those who turn 62 must wait
constexpr int months = 72;
constexpr int from_62 = 62 * 12;
constexpr int from_64 = 64 * 12;

Pack pack_with_reform(double yearly_death_from_62) {
    Pack pack = plain_pack();
    for (std::vector<double>& by_age : pack.mortality) {
        for (int age = 0; age <= 100; ++age) {
            by_age.push_back(age < 62 ? 0.0 : yearly_death_from_62);
        }
    }
    const int concerned = pack.calendar.start.count + reform - from_62;
    PensionLaw law;
    law.cohorts = {{concerned - 1200, from_62, 67 * 12, 0, 0}, {concerned, from_64, 67 * 12, 0, 0}};
    pack.pension_laws = {law};
    return pack;
}

/// In each month of birth as many workers, who reach 62 in months 0, 1, 2...; an establishment for each.
State workers(const Pack& pack) {
    State state = plain_state(pack, months);
    std::uint32_t post = 0;
    for (int month = 0; month < months; ++month) {
        add_establishment(state, 0, 0);
        add_cell(state, 0, a_month);
        for (int i = 0; i < a_month; ++i) {
            const PersonId person = add_worker(state, PostId{post++}, Contract::open_ended, 60, 0.5F);
            state.persons[person].birth = static_cast<MonthIndex>(month - from_62);
        }
    }
    count_residents(state);
    return state;
}

struct Course {
    std::vector<double> exits;  ///< retirements by month
    std::vector<double> stock;  ///< persons of 62 and 63 at work at the end of each month
};

Course run(double yearly_death_from_62) {
    const Pack pack = pack_with_reform(yearly_death_from_62);
    const Setting setting{pack, pack.calendar, months, 0};
    Bench mortality("mortality", setting);
    Bench retirement("retirement", setting);
    retirement.set("at_once", 1).set("goes_on", 0);
    State first = workers(pack);
    mortality.attach(first);
    retirement.attach(first);
    State state = replicate_of(first, 0);
    Course course;
    for (; state.month < months; ++state.month) {
        state.events.clear();
        mortality.act(state);
        retirement.act(state);
        course.exits.push_back(events_of(state, EventKind::retirement));
        double at_work = 0;
        for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
            const Person& person = state.persons[PersonId{i}];
            const int age = person.age_months(state.month);
            at_work += person.status == Status::employed && age >= from_62 && age < from_64 ? 1 : 0;
        }
        course.stock.push_back(at_work);
    }
    return course;
}

/// Of the exits from month `from` on, over two years.
double sum_over_two_years(const std::vector<double>& exits, std::size_t from) {
    double sum = 0;
    for (std::size_t month = from; month < from + 24; ++month) {
        sum += exits[month];
    }
    return sum;
}

}  // namespace

TEST_CASE("exit age from 62 to 64: no exit for two years, then the former flow; nobody dies", "[closed_form]") {
    const Course course = run(0.0);
    for (std::size_t month = 0; month < months; ++month) {
        INFO("month " << month);
        const auto waited = static_cast<double>(month) - reform + 1;  // months of birth that have had to wait
        CHECK(course.exits[month] == (month < reform || month >= reform + 24 ? a_month : 0));
        CHECK(course.stock[month] == a_month * std::min(24.0, std::max(0.0, waited)));
    }
}

TEST_CASE("exit age from 62 to 64: with 5 % of deaths a year exits come back at 0.9025 of the flow", "[closed_form]") {
    const Course course = run(0.05);
    CHECK(sum_over_two_years(course.exits, reform) == 0);
    // deaths come before retirements in a month, so that who leaves on the day he turns 62 has lived through one month of
    // risk, and who leaves at 64 through 25: the ratio of the flows is 0.95^(24/12)
    const double n = 24.0 * a_month;
    const double p62 = std::pow(0.95, 1.0 / 12);
    const double p64 = std::pow(0.95, 25.0 / 12);
    const double before = sum_over_two_years(course.exits, 0);
    const double after = sum_over_two_years(course.exits, reform + 24);
    check_near("exits before", before / n, p62, tolerance_of_share(p62, n));
    check_near("exits after", after / n, p64, tolerance_of_share(p64, n));
    // relative variance of a ratio of independent binomials: the sum of the (1 - p) / (n p)
    const double relative = std::sqrt((1 - p62) / (n * p62) + (1 - p64) / (n * p64));
    check_near("ratio", after / before, 0.9025, 4 * 0.9025 * relative);
    for (const std::size_t waited : {6U, 12U, 18U, 24U}) {
        double expected = 0;
        double variance = 0;
        for (std::size_t k = 1; k <= waited; ++k) {
            const double alive = std::pow(0.95, static_cast<double>(k) / 12);
            expected += a_month * alive;
            variance += a_month * alive * (1 - alive);
        }
        check_near("stock after " + std::to_string(waited) + " months", course.stock[reform + waited - 1], expected,
                   4 * std::sqrt(variance));
    }
}
