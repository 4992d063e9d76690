#include "scenarios/funding/shares.hpp"

#include "tests/scenarios/funding/small_funding.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

/// Euros that one payer gives one action in one year.
double paid(const std::vector<Payment>& payments, std::size_t action, int year, std::uint32_t funder,
            std::uint32_t convention = no_index) {
    double sum = 0;
    for (const Payment& one : payments) {
        const bool fits = one.action == action && one.year == year && one.funder == funder;
        sum += fits && one.convention == convention ? one.euros : 0;
    }
    return sum;
}

double total(const std::vector<Payment>& payments) {
    double sum = 0;
    for (const Payment& one : payments) {
        sum += one.euros;
    }
    return sum;
}

FundedAction tutoring_2013(std::vector<std::uint32_t> conventions) {
    return {"tutoring", "", Month::of(2013, 1), Month::of(2013, 12), 1, std::move(conventions)};
}

}  // namespace

TEST_CASE("costs of a volume, line by line", "[funding]") {
    const Pack pack = small_funding();
    const Volume volume{10, 24, 6, 3};  // starts, months, establishments, running months
    const auto plain = cost_lines("tutoring", "", volume, pack);
    REQUIRE(plain.size() == 2);
    CHECK(plain[0].euros == 24 * 400.0);
    CHECK(plain[0].borne_by == firms);
    CHECK(plain[1].units == 5);
    CHECK(plain[1].euros == 1500);
    CHECK(plain[1].borne_by == no_index);
    const auto aided = cost_lines("tutoring", "generation", volume, pack);
    REQUIRE(aided.size() == 3);
    CHECK(aided[2].euros == 8000);  // 24 months are two years
    const auto platform = cost_lines("insertion_platform", "", volume, pack);
    REQUIRE(platform.size() == 2);
    CHECK(platform[0].euros == 600);
    CHECK(platform[1].euros == 3000);  // a quarter of a year
    CHECK(cost_lines("mobility_support", "", volume, pack).empty());
}

TEST_CASE("costs fall on the months of the action", "[funding]") {
    const Pack pack = small_funding();
    const FundedAction action{"tutoring", "", Month::of(2013, 9), Month::of(2014, 2), 4, {}};
    const std::vector<Volume> years{{4, 8, 0, 4}, {2, 5, 0, 2}};
    const auto expenses = expenses_of(action, years, 2013, pack);
    REQUIRE(expenses.size() == 4);
    CHECK(expenses[0].first == Month::of(2013, 9));
    CHECK(expenses[0].last == Month::of(2013, 12));
    CHECK(expenses[2].last == Month::of(2014, 5));  // months under way: until the last pair has had its four
    CHECK(expenses[3].last == Month::of(2014, 2));  // beginnings: until the end
    CHECK(expenses[3].euros == 300);
}

TEST_CASE("each convention pays its rate of its own months, own funds the rest", "[funding]") {
    const Pack pack = small_funding();
    const std::vector<FundedAction> actions{tutoring_2013({state_2013, state_2014, europe_2013})};
    const std::vector<std::vector<Expense>> expenses{{{Month::of(2013, 1), Month::of(2013, 12), 1200, no_index},
                                                      {Month::of(2013, 1), Month::of(2013, 12), 500, firms}}};
    const auto payments = share_out(actions, expenses, pack, Ceilings::respected);
    // 100 EUR a month: the State 25 from January to September, Europe 50 from July to December
    CHECK(paid(payments, 0, 2013, state, state_2013) == Approx(225));
    CHECK(paid(payments, 0, 2013, europe, europe_2013) == Approx(300));
    CHECK(paid(payments, 0, 2013, firms) == Approx(500));
    CHECK(paid(payments, 0, 2013, own) == Approx(675));
    CHECK(total(payments) == Approx(1700));
    CHECK(payments.size() == 4);
}

TEST_CASE("a convention pays for the actions that chose it alone", "[funding]") {
    const Pack pack = small_funding();
    const std::vector<FundedAction> actions{tutoring_2013({state_2013}), tutoring_2013({})};
    const Expense january{Month::of(2013, 1), Month::of(2013, 1), 100, no_index};
    const auto payments =
        share_out(actions, std::vector<std::vector<Expense>>{{january}, {january}}, pack, Ceilings::respected);
    CHECK(paid(payments, 0, 2013, state, state_2013) == Approx(25));
    CHECK(paid(payments, 0, 2013, own) == Approx(75));
    CHECK(paid(payments, 1, 2013, own) == Approx(100));
}

TEST_CASE("above a ceiling own funds pay, in the order of months and in proportion within one", "[funding]") {
    Pack pack = small_funding();
    pack.conventions[state_2013].ceiling = 90;
    const std::vector<FundedAction> actions{tutoring_2013({state_2013}), tutoring_2013({state_2013})};
    const std::vector<std::vector<Expense>> expenses{{{Month::of(2013, 1), Month::of(2013, 2), 200, no_index}},
                                                     {{Month::of(2013, 2), Month::of(2013, 2), 300, no_index}}};
    // January: 25 of the first. February: 25 and 75 are asked, 65 is left: 16.25 and 48.75
    const auto payments = share_out(actions, expenses, pack, Ceilings::respected);
    CHECK(paid(payments, 0, 2013, state, state_2013) == Approx(41.25));
    CHECK(paid(payments, 1, 2013, state, state_2013) == Approx(48.75));
    CHECK(total(payments) == Approx(500));
    const auto asked = share_out(actions, expenses, pack, Ceilings::ignored);
    CHECK(paid(asked, 0, 2013, state, state_2013) + paid(asked, 1, 2013, state, state_2013) == Approx(125));
}

TEST_CASE("rates that pass the whole cost are found, in their first month", "[funding]") {
    Pack pack = small_funding();
    const std::vector<std::uint32_t> all{state_2013, state_2014, europe_2013};
    CHECK_FALSE(over_financed(all, Month::of(2013, 1), Month::of(2016, 12), pack));  // 0.75, then exactly 1
    pack.conventions[state_2014].rate = 0.51;
    CHECK(over_financed(all, Month::of(2013, 1), Month::of(2016, 12), pack) == Month::of(2014, 1));
    CHECK_FALSE(over_financed(all, Month::of(2013, 1), Month::of(2013, 12), pack));
}

TEST_CASE("without funders nobody is known to pay, and nothing is lost", "[funding]") {
    Pack pack = small_funding();
    pack.funders.clear();
    pack.conventions.clear();
    const std::vector<std::vector<Expense>> expenses{{{Month::of(2013, 1), Month::of(2014, 12), 240, no_index}}};
    const auto payments = share_out(std::vector{tutoring_2013({})}, expenses, pack, Ceilings::respected);
    REQUIRE(payments.size() == 2);
    CHECK(payments[1].funder == no_index);
    CHECK(payments[1].euros == Approx(120));
    CHECK(share_out({}, {}, pack, Ceilings::respected).empty());
}
