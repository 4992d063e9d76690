#include "engine/base/hours/working_time.hpp"

#include "engine/base/month.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;

namespace {

constexpr int switch_month = Month::of(2014, 1).count;

/// One occupation; a fifth of men and half of women work part time; women there earn twice the minimum wage.
WorkingTimes times() {
    return {.part_time = {0.2, 0.5},
            .pay = {1.0, 2.0},
            .hours = {{0.1, 0.4, 0.25}, {0.4, 0.9, 0.75}},
            .rules = {{Month::of(2002, 1).count, 200, 1820}, {switch_month, 150, 1820}}};
}

}  // namespace

TEST_CASE("a quarter of full time at the minimum wage validates 2 quarters a year, 3 from 2014 on") {
    const WorkingTimes all = times();
    const auto quarters = [&](Sex sex, int share, int month) {
        return all.quarters_a_year(0, sex, static_cast<std::uint8_t>(share), month);
    };
    CHECK(quarters(Sex::men, 25, switch_month - 1) == 2);  // 455 hours paid: floor(455 / 200)
    CHECK(quarters(Sex::men, 25, switch_month) == 3);      // floor(455 / 150)
    CHECK(quarters(Sex::men, 10, switch_month) == 1);      // 182
    CHECK(quarters(Sex::men, 10, switch_month - 1) == 0);
    CHECK(quarters(Sex::women, 25, switch_month - 1) == 4);  // paid twice as much
    CHECK(quarters(Sex::men, 50, switch_month - 1) == 4);    // never more than four
    CHECK(quarters(Sex::men, full_time, switch_month - 1) == 4);
    CHECK(quarters(Sex::men, 25, Month::of(1990, 1).count) == 2);  // the first rule also holds before
    CHECK(all.validates_all(0, Sex::men, 50));
    CHECK_FALSE(all.validates_all(0, Sex::men, 40));  // 3 before 2014
}

TEST_CASE("what falls short of four quarters is counted across a change of the rule") {
    const WorkingTimes all = times();
    // 6 months at 2 quarters a year miss a quarter, 24 at 3 miss two
    CHECK(all.missed_twelfths(0, Sex::men, 25, switch_month - 6, switch_month + 24) == 12 + 24);
    CHECK(all.missed_twelfths(0, Sex::men, full_time, switch_month - 6, switch_month + 24) == 0);
    CHECK(all.rule_begins(switch_month + 5) == switch_month);
    CHECK(all.rule_ends(switch_month - 1) == switch_month);
    CHECK(all.rule_begins(switch_month - 1) < switch_month - 10'000);
}

TEST_CASE("working times are drawn with their shares") {
    const WorkingTimes all = times();
    constexpr int people = 20'000;
    int part = 0;
    int short_hours = 0;
    for (std::uint32_t i = 0; i < people; ++i) {
        Draws draws = Luck{}.draws({i, 0}, purpose("a_test"));
        const std::uint8_t share = all.draw(0, Sex::women, draws);
        part += share < full_time ? 1 : 0;
        short_hours += share < 40 ? 1 : 0;
        CHECK(share >= 10);
        CHECK((share < 90 || share == full_time));
    }
    const auto tolerance = [](double p, int n) { return 4 * std::sqrt(p * (1 - p) / n); };
    CHECK(std::abs(part / double{people} - 0.5) < tolerance(0.5, people));
    CHECK(std::abs(short_hours / static_cast<double>(part) - 0.25) < tolerance(0.25, people / 2));
}

TEST_CASE("without tables everybody works full time and validates every quarter") {
    const WorkingTimes none;
    Draws draws = Luck{}.draws({1, 0}, purpose("a_test"));
    CHECK(none.draw(3, Sex::women, draws) == full_time);
    CHECK(none.draw_part_time(draws) == full_time);
    CHECK(none.quarters_a_year(3, Sex::women, 20, switch_month) == 4);
    CHECK(none.validates_all(3, Sex::women, 20));
}
