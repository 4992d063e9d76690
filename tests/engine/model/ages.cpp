#include "tests/cases/closed_form.hpp"

#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

/// A market of one occupation whose people retire and lose their posts by age.
Pack market_by_age() {
    Pack pack = plain_pack();
    pack.retirement_by_age.assign(121, 0.0);
    pack.separation_by_age.assign(121, 0.0);
    pack.entrants = {1.0};
    return pack;
}

}  // namespace

// p a month at 60 and 1 from 61 on: of those who turn 60 in month 0, (1 - p)^12 are left a year later, none a month after.
TEST_CASE("retirement by age: monthly probabilities are those of the table, and certain is certain", "[closed_form]") {
    constexpr double p = 0.05;
    constexpr int persons = 20'000;
    Pack pack = market_by_age();
    pack.retirement_by_age[60] = p;
    std::fill(pack.retirement_by_age.begin() + 61, pack.retirement_by_age.end(), 1.0);
    const Setting setting{pack, pack.calendar, 14, 0};
    Bench retirement("retirement_by_age", setting);
    State state = plain_state(pack, 14);
    for (int i = 0; i < persons; ++i) {
        add_person(state, Status::unemployed, 60, 1);
    }
    count_residents(state);
    retirement.attach(state);
    start_risks(state);
    for (int month = 0; month < 13; ++month) {
        state.month = month;
        retirement.act(state);
        const double left = month < 12 ? std::pow(1 - p, month + 1) : 0;
        check_near("left in month " + std::to_string(month), double(state.seekers.members().size()) / persons, left,
                   tolerance_of_share(left, persons));
    }
}

TEST_CASE("each retired person is followed by one of the entry age, whose key depends on nobody else") {
    Pack pack = market_by_age();
    pack.retirement_by_age[60] = 1;
    const Setting setting{pack, pack.calendar, 4, 0};
    Bench retirement("retirement_by_age", setting);
    Bench renewal("renewal", setting);
    const auto newcomers = [&](bool one_more) {
        State state = plain_state(pack, 4);
        for (int i = 0; i < 6; ++i) {
            add_person(state, Status::unemployed, i % 2 == 0 || (one_more && i == 1) ? 60 : 40, 1);
        }
        count_residents(state);
        retirement.attach(state);
        start_risks(state);
        retirement.act(state);
        renewal.act(state);
        CHECK(state.seekers.members().size() == 6);
        std::set<std::uint32_t> indices;
        for (std::uint32_t i = 6; i < state.persons.size(); ++i) {
            const Person& one = state.persons[PersonId{i}];
            CHECK(one.age_months(state.month) == 240);
            CHECK(one.status == Status::unemployed);
            CHECK(one.key.group >> 12U == static_cast<unsigned>(Origin::successor));
            indices.insert(one.key.index);
        }
        return indices;
    };
    CHECK(newcomers(false) == std::set<std::uint32_t>{0, 2, 4});
    CHECK(newcomers(true) == std::set<std::uint32_t>{0, 1, 2, 4});
}
