#include "engine/state/clocks.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace releve;

namespace {

constexpr int horizon = 1200;
constexpr int not_yet = -1;

auto constant(double rate) {
    return PiecewiseCourse([rate](int) { return Hazard{rate}; });
}
/// `before` up to a month, `after` from it on.
auto stepped(double before, int at, double after) {
    return PiecewiseCourse([=](int month) { return month < at ? Hazard{before, at} : Hazard{after}; });
}
double unit_exponential(std::uint32_t entity) { return Draws(5, 0, {entity, 0}, purpose("clocks"), 0).exponential(); }
std::uint32_t by_number(std::uint32_t entity) { return entity; }

/// Month of the event of each, or not_yet; `each_month` acts once a month has been opened.
template <class EachMonth>
std::vector<int> months_of_events(Clocks& clocks, std::uint32_t entities, EachMonth each_month) {
    std::vector<int> months(entities, not_yet);
    for (int month = 0; month < horizon; ++month) {
        for (const std::uint32_t entity : clocks.take_due(0, month, by_number)) {
            REQUIRE(months[entity] == not_yet);
            months[entity] = month;
        }
        each_month(month);
    }
    return months;
}

std::vector<int> months_of_events(double rate, std::uint32_t entities) {
    Clocks clocks(horizon, entities);
    for (std::uint32_t entity = 0; entity < entities; ++entity) {
        clocks.start(0, entity, unit_exponential(entity), constant(rate));
    }
    return months_of_events(clocks, entities, [](int) {});
}

double share_before(const std::vector<int>& months, int bound) {
    double before = 0;
    for (const int month : months) {
        before += month != not_yet && month < bound ? 1 : 0;
    }
    return before / static_cast<double>(months.size());
}

/// Standard error of a share p of n draws.
double error_of(double p, double n) { return std::sqrt(p * (1 - p) / n); }

}  // namespace

TEST_CASE("a constant hazard gives geometric months") {
    constexpr std::uint32_t n = 40'000;
    const double hazard = 0.05;
    const double survives = std::exp(-hazard);
    const double event = 1 - survives;
    double sum = 0;
    double squares = 0;
    for (const int month : months_of_events(hazard, n)) {
        REQUIRE(month != not_yet);  // exp(-0.05 * 1200) = 1e-26
        sum += month;
        squares += double{1} * month * month;
    }
    const double mean = sum / n;
    const double variance = squares / n - mean * mean;
    // of the number of months before the event: mean (1-p)/p, variance (1-p)/p^2, kurtosis 9 + p^2/(1-p)
    const double law_variance = survives / (event * event);
    CHECK(std::abs(mean - survives / event) < 4 * std::sqrt(law_variance / n));
    const double kurtosis = 9 + event * event / survives;
    CHECK(std::abs(variance - law_variance) < 4 * law_variance * std::sqrt((kurtosis - 1) / n));
}

TEST_CASE("hazards known ahead may change") {
    constexpr std::uint32_t n = 40'000;
    Clocks clocks(horizon, n);
    for (std::uint32_t entity = 0; entity < n; ++entity) {
        clocks.start(0, entity, unit_exponential(entity), stepped(0.02, 10, 0.08));
    }
    const std::vector<int> months = months_of_events(clocks, n, [](int) {});
    const double first = 1 - std::exp(-10 * 0.02);
    const double both = 1 - std::exp(-10 * 0.02 - 10 * 0.08);
    CHECK(std::abs(share_before(months, 10) - first) < 4 * error_of(first, n));
    CHECK(std::abs(share_before(months, 20) - both) < 4 * error_of(both, n));
}

TEST_CASE("settling and scheduling again keeps the law when a hazard changes unforeseen") {
    constexpr std::uint32_t n = 40'000;
    Clocks clocks(horizon, n);
    for (std::uint32_t entity = 0; entity < n; ++entity) {
        clocks.start(0, entity, unit_exponential(entity), constant(0.06));
    }
    const std::vector<int> months = months_of_events(clocks, n, [&](int month) {
        for (std::uint32_t entity = 0; month == 4 && entity < n; ++entity) {
            if (clocks.running(0, entity)) {
                clocks.settle(0, entity, constant(0.06));
                clocks.schedule(0, entity, constant(0.02));
            }
        }
    });
    const double expected = 1 - std::exp(-5 * 0.06 - 15 * 0.02);  // months 0-4, then 5-19
    CHECK(std::abs(share_before(months, 5) - (1 - std::exp(-5 * 0.06))) < 4 * error_of(1 - std::exp(-0.3), n));
    CHECK(std::abs(share_before(months, 20) - expected) < 4 * error_of(expected, n));
}

TEST_CASE("settling without a change of hazard moves no event") {
    constexpr std::uint32_t n = 5'000;
    const std::vector<int> undisturbed = months_of_events(0.05, n);
    Clocks clocks(horizon, n);
    for (std::uint32_t entity = 0; entity < n; ++entity) {
        clocks.start(0, entity, unit_exponential(entity), constant(0.05));
    }
    const std::vector<int> settled = months_of_events(clocks, n, [&](int month) {
        for (std::uint32_t entity = 0; month % 7 == 3 && entity < n; ++entity) {
            if (clocks.running(0, entity)) {
                clocks.settle(0, entity, constant(0.05));
                clocks.schedule(0, entity, constant(0.05));
            }
        }
    });
    int moved = 0;
    for (std::uint32_t entity = 0; entity < n; ++entity) {
        const int shift = std::abs(settled[entity] - undisturbed[entity]);
        REQUIRE(shift <= 1);
        moved += shift;
    }
    // only rounding to float (6e-8 of the level at each of some 30 settlings) can carry a level over a month's end:
    // chance of about 30 * 6e-8 * level / 0.05 each, 1e-4 at most
    CHECK(moved <= 2);
}

TEST_CASE("a lower hazard delays the same event of the same entity") {
    constexpr std::uint32_t n = 2'000;
    const std::vector<int> fast = months_of_events(0.10, n);
    const std::vector<int> slow = months_of_events(0.05, n);
    for (std::uint32_t entity = 0; entity < n; ++entity) {
        CHECK((slow[entity] == 2 * fast[entity] || slow[entity] == 2 * fast[entity] + 1));
    }
}

TEST_CASE("a clock that went off or was stopped can be started again, for a new spell") {
    Clocks clocks(20, 2);
    CHECK_FALSE(clocks.running(0, 0));
    CHECK(clocks.spell(0, 0) == 0);
    clocks.start(0, 0, 0.25, constant(0.1));  // level used up in the third month
    CHECK(clocks.running(0, 0));
    CHECK(clocks.take_due(0, 0, by_number).empty());
    CHECK(clocks.take_due(0, 1, by_number).empty());
    CHECK(clocks.take_due(0, 2, by_number) == std::vector<std::uint32_t>{0});
    CHECK_FALSE(clocks.running(0, 0));
    CHECK(clocks.spell(0, 0) == 1);
    clocks.start(0, 0, 0.05, constant(0.1));
    clocks.stop(0, 0);
    CHECK(clocks.spell(0, 0) == 2);
    CHECK(clocks.take_due(0, 3, by_number).empty());
    clocks.start(0, 0, 0.05, constant(0.1));  // the outdated entry of the calendar is passed over
    CHECK(clocks.take_due(0, 4, by_number) == std::vector<std::uint32_t>{0});
    clocks.resize(4);
    CHECK_FALSE(clocks.running(0, 3));
}

TEST_CASE("an infinite hazard acts at once, a null one never, and nothing is due beyond the horizon") {
    Clocks clocks(12, 4);
    clocks.start(0, 0, 3.0, constant(1e9));
    clocks.start(0, 1, 0.001, constant(0.0));
    clocks.start(0, 2, 3.0, constant(0.01));
    clocks.start(0, 3, 3.0, stepped(0.0, 7, 1e9));
    for (int month = 0; month < 20; ++month) {
        const std::vector<std::uint32_t> due = clocks.take_due(0, month, by_number);
        CHECK((due == std::vector<std::uint32_t>{0}) == (month == 0));
        CHECK((due == std::vector<std::uint32_t>{3}) == (month == 7));
        CHECK(due.size() == ((month == 0 || month == 7) ? 1U : 0U));
    }
    CHECK(clocks.running(0, 1));
    CHECK(clocks.running(0, 2));
}

TEST_CASE("what is due in a month comes in the order of the keys, whatever the order of starting") {
    Clocks clocks(3, 6);
    for (const std::uint32_t entity : {4U, 1U, 5U, 0U, 3U, 2U}) {
        clocks.start(0, entity, 0.5, constant(1.0));
    }
    const auto backwards = [](std::uint32_t entity) { return 100U - entity; };
    CHECK(clocks.take_due(0, 0, backwards) == std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0});
}

TEST_CASE("a course by age is the same course told piece by piece") {
    const auto rate = [](std::size_t sex, int age) { return age < 20 ? 0.0 : (sex == 0 ? 1e-4 : 3e-4) * (age - 19); };
    const std::vector<double> table = AgeTable::values(rate);
    for (std::uint32_t i = 0; i < 4'000; ++i) {
        Draws draws(7, 0, {i, 0}, purpose("courses"), 0);
        const std::size_t sex = draws.below(2);
        const int birth =
            -static_cast<int>(draws.below(130 * 12)) + 60;  // some are not born yet, some past the last age
        const double factor = i % 5 == 0 ? 0.0 : 2 * draws.uniform();
        const int from = static_cast<int>(draws.below(216));
        const double level = draws.exponential();
        const AgeCourse by_age(AgeTable::row(table, sex), birth, factor);
        const PiecewiseCourse by_pieces([&](int month) {
            const int age = std::clamp((month - birth) / 12, 0, AgeTable::last_age);
            const int birthday = month < birth ? birth : birth + 12 * (age + 1);
            return Hazard{factor * rate(sex, age), age == AgeTable::last_age ? 0x7FFF : birthday};
        });
        const int to = from + static_cast<int>(draws.below(200));
        CHECK(by_age.used(from, to) == Approx(by_pieces.used(from, to)).margin(1e-12));
        INFO("born " << birth << ", from " << from << ", level " << level << ", factor " << factor);
        CHECK(by_age.due(from, level, 216) == by_pieces.due(from, level, 216));
    }
}
