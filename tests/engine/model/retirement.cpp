#include "engine/model/demography/retirement.hpp"

#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int people = 60 * 12;  // one born in each month of sixty years

PensionLaw law_of(const char* name, Month effective, int opening_years) {
    return {.name = name,
            .effective = effective.count,
            .cohorts = {{.opening_age_months = opening_years * 12, .full_rate_age_months = 67 * 12, .quarters = 1}}};
}

/// One birth a month, everybody in the labour force with all quarters: the n-th person turns 62 in month n.
State one_birth_a_month(int horizon) {
    State state;
    state.calendar.start = Month::of(2013, 1);
    state.horizon = horizon;
    state.inside_zones = 1;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    for (int n = 0; n < people; ++n) {
        const PersonId person = add_person(state, Status::unemployed, 40, 0.5F);
        state.persons[person].birth = static_cast<MonthIndex>(n - 62 * 12);
        state.persons[person].quarters = 200;
    }
    state.residents[static_cast<std::size_t>(Status::unemployed)] = people;
    return state;
}

/// Number of retirements in each month, with everybody leaving as soon as the full rate is reached.
std::vector<std::size_t> exits(const std::vector<PensionLaw>& laws, std::uint32_t chosen, int horizon) {
    Pack pack;
    pack.pension_laws = laws;
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, horizon, chosen};
    State state = one_birth_a_month(horizon);
    Bench retirement("retirement", setting);
    retirement.set("at_once", 1).set("without_work", 1);
    retirement.attach(state);
    start_risks(state);
    std::vector<std::size_t> by_month;
    for (; state.month < horizon; ++state.month) {
        state.events.clear();
        retirement.act(state);
        by_month.push_back(state.events.size());
    }
    return by_month;
}

}  // namespace

TEST_CASE("from 62 to 64 with everybody leaving at once: one exit a month, none for two years, one a month again") {
    const std::vector<PensionLaw> laws{law_of("before", Month::of(2010, 1), 62),
                                       law_of("after", Month::of(2015, 1), 64)};
    constexpr int reform = 24;
    const std::vector<std::size_t> reformed = exits(laws, 1, 72);
    const std::vector<std::size_t> unreformed = exits(laws, 0, 72);
    for (int month = 0; month < 72; ++month) {
        INFO("month " << month);
        CHECK(unreformed[static_cast<std::size_t>(month)] == 1);
        CHECK(reformed[static_cast<std::size_t>(month)] == (month >= reform && month < reform + 24 ? 0 : 1));
    }
}

TEST_CASE("from 64 to 62: those between the two ages leave in the month of the law") {
    const std::vector<PensionLaw> laws{law_of("before", Month::of(2010, 1), 64),
                                       law_of("after", Month::of(2015, 1), 62)};
    constexpr std::size_t reform = 24;
    const std::vector<std::size_t> found = exits(laws, 1, 48);
    for (std::size_t month = 24; month < 48; ++month) {
        INFO("month " << month);
        CHECK(found[month] == (month == reform ? 25 : 1));  // born over two years, and those of this month
    }
}

namespace {

/// The month in which one person of the small state, 61 at the start with 152 quarters of 160, retires.
int month_of_retirement(State& state, PersonId who, const Setting& setting, Bench& retirement) {
    Person& one = state.persons[who];
    one.birth = -61 * 12;
    one.quarters = 152;
    state.risks.clear();
    retirement.set("at_once", 1).set("at_automatic", 1).set("before_full_rate", 0).set("unfit", 0).set("goes_on", 0);
    retirement.attach(state);
    start_risks(state);
    for (; state.month < setting.horizon && one.status != Status::retired; ++state.month) {
        retirement.act(state);
    }
    return state.month - 1;
}

Pack pack_of_160_quarters() {
    Pack pack;
    pack.pension_laws = {law_of("one", Month::of(2010, 1), 62)};
    pack.pension_laws[0].cohorts[0].quarters = 160;
    return pack;
}

}  // namespace

TEST_CASE("a post of few hours validates fewer quarters: the full rate comes later, sooner once fewer hours count") {
    const Pack pack = pack_of_160_quarters();
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, 120, 0};
    const auto retires = [&](std::uint8_t hours, std::vector<QuarterRule> rules) {
        State state = small_state();
        state.calendar = setting.calendar;
        state.working_times.rules = std::move(rules);
        state.persons[the(senior)].working_time = hours;
        Bench retirement("retirement", setting);
        return month_of_retirement(state, the(senior), setting, retirement);
    };
    const QuarterRule before{Month::of(2002, 1).count, 200, 1820};
    const QuarterRule after{Month::of(2014, 1).count, 150, 1820};
    CHECK(retires(full_time, {before, after}) == 24);  // 8 quarters
    CHECK(retires(25, {before}) == 48);                // 2 a year
    // 2 in the year before the rule, then 3 a year: 12 + 6 quarters at 4 months each
    CHECK(retires(25, {before, after}) == 36);
    CHECK(retires(5, {before, after}) == 6 * 12);  // none: at the age of the automatic full rate, 67
}

TEST_CASE("the right to an early pension gives the ages and the quarters of those born five years before") {
    Pack pack = pack_of_160_quarters();
    pack.pension_laws[0].cohorts = {{0, 66 * 12, 71 * 12, 160, 0},
                                    {Month::of(1950, 1).count, 66 * 12, 71 * 12, 164, 0}};
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, 120, 0};
    for (const bool early : {false, true}) {
        State state = small_state();
        state.persons[the(senior)].early_pension = early;
        Bench retirement("retirement", setting);
        retirement.set("early_bonus", 4);
        // born in 1952: at 66 with 164 quarters, reached before; or from 61 on with 160, of which 4 are given
        CHECK(month_of_retirement(state, the(senior), setting, retirement) == 12 * (early ? 1 : 5));
    }
}

TEST_CASE("a share of those who claim a pension in a post go on working, then stop; the unemployed do not") {
    const Pack pack = pack_of_160_quarters();
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, 120, 0};
    State state = small_state();
    for (const Someone who : {senior, seeker}) {
        state.persons[the(who)].birth = -61 * 12;
        state.persons[the(who)].quarters = 160;
    }
    state.working_times.hours = {{0.4, 0.5, 1}};
    state.risks.clear();
    Bench retirement("retirement", setting);
    retirement.set("at_once", 1).set("goes_on", 1).set("without_work", 1).set("part_time", 1).set("stops", 1e9);
    retirement.attach(state);
    start_risks(state);
    for (; state.month <= 12; ++state.month) {
        state.events.clear();
        retirement.act(state);
    }
    CHECK(state.persons[the(seeker)].status == Status::retired);
    const Person& worker = state.persons[the(senior)];
    CHECK(worker.status == Status::employed);
    CHECK(worker.pensioned);
    CHECK(worker.working_time >= 40);
    CHECK(worker.working_time < 50);
    retirement.act(state);
    CHECK(worker.status == Status::retired);
    check_invariants(state);
}

TEST_CASE("months of inactivity validate no quarter: the full rate comes as much later") {
    Pack pack;
    pack.pension_laws = {law_of("one", Month::of(2010, 1), 62)};
    pack.pension_laws[0].cohorts[0].quarters = 160;
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, 120, 0};
    for (const int idle : {0, 12}) {
        State state = small_state();
        Person& one = state.persons[the(seeker)];
        one.birth = -61 * 12;
        one.quarters = 152;  // 160 in month 24
        state.risks.clear();
        Bench retirement("retirement", setting);
        retirement.set("at_once", 1).set("before_full_rate", 0).set("unfit", 0).set("without_work", 1);
        retirement.attach(state);
        start_risks(state);
        for (; state.month < 120 && one.status != Status::retired; ++state.month) {
            retirement.act(state);
            if (idle > 0 && (state.month == 2 || state.month == 2 + idle)) {
                const Status next = state.month == 2 ? Status::inactive : Status::unemployed;
                Proposals proposals;
                proposals.become(the(seeker), next);
                commit(state, proposals, "a_test");
            }
        }
        CHECK(state.month - 1 == 24 + idle);
    }
}

TEST_CASE("a retirement is known a year before at most, then to the month, and no sooner past the horizon") {
    Pack pack;
    pack.pension_laws = {law_of("only", Month::of(2010, 1), 62)};
    constexpr int horizon = 36;
    const Setting setting{pack, Calendar{Month::of(2013, 1)}, horizon, 0};
    State state = one_birth_a_month(horizon);
    Bench retirement("retirement", setting);
    retirement.set("at_once", 1).set("without_work", 1);
    retirement.attach(state);
    start_risks(state);
    for (; state.month < horizon; ++state.month) {
        state.events.clear();
        retirement.act(state);
        for (int n = state.month + 1; n < people; ++n) {  // the n-th person turns 62 in month n, and leaves in it
            const int known = known_retirement(state, PersonId{static_cast<std::uint32_t>(n)});
            const int months = n - state.month;
            if ((months <= 12 && known != n) || (months > 12 && known != not_due)) {
                FAIL("month " << state.month << ", person " << n << ": " << known);
            }
        }
    }
}
