#include "engine/model/demography/school.hpp"

#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int pupils = 20'000;

State a_year_group(Sex sex, Education education) {
    State state;
    state.calendar = langres().calendar;
    state.horizon = 240;
    state.inside_zones = 1;
    state.practice = {std::vector<float>(200, 0.05F), std::vector<float>(200, 0.01F), 0.01F};
    for (int i = 0; i < pupils; ++i) {
        const PersonId person = add_person(state, Status::education, 15, 0);
        state.persons[person].sex = sex;
        state.persons[person].education = education;
        state.persons[person].career_start = never;
    }
    return state;
}

}  // namespace

TEST_CASE("pupils leave school at the ages of the table, within half a year") {
    for (const Sex sex : {Sex::men, Sex::women}) {
        for (const Education education : {Education::none, Education::bac, Education::bac3plus}) {
            std::map<int, double> shares;
            double sum = 0;
            for (const SchoolLeaving& row : langres().school_leaving[static_cast<std::size_t>(sex)]) {
                if (row.education == education && row.age > 15) {
                    shares[row.age] += row.share;
                    sum += row.share;
                }
            }
            REQUIRE(sum > 0);
            const State state = a_year_group(sex, education);
            std::map<int, double> found;
            for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
                const int leaves =
                    school_leaving_month(state, langres(), PersonId{i}) - state.persons[PersonId{i}].birth;
                found[(leaves + 6) / 12] += 1;
            }
            for (const auto& [age, share] : shares) {  // binomial: sd = sqrt(n p (1 - p))
                const double p = share / sum;
                INFO("age " << age << ": " << found[age]);
                CHECK(std::abs(found[age] - p * pupils) <= 4 * std::sqrt(pupils * p * (1 - p)));
            }
            CHECK(found.size() <= shares.size());
        }
    }
}

TEST_CASE("everybody leaves school in the month drawn, for an occupation of the diploma") {
    State state = a_year_group(Sex::women, Education::bac2);
    const Setting setting{langres(), langres().calendar, state.horizon, 0};
    Bench leaving("school_leaving", setting);
    leaving.attach(state);
    std::vector<int> planned;
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        planned.push_back(std::max(0, school_leaving_month(state, langres(), PersonId{i})));
    }
    start_risks(state);
    int late = 0;
    for (; state.month < state.horizon; ++state.month) {
        state.events.clear();
        leaving.act(state);
        for (const Event& event : state.events) {
            late += event.kind == EventKind::school_leaving && planned[event.person.value] != state.month ? 1 : 0;
        }
    }
    CHECK(late == 0);
    CHECK(state.seekers.members().size() == pupils);
    const std::vector<double>& shares = langres().first_occupation[static_cast<std::size_t>(Education::bac2)];
    std::vector<double> found(shares.size(), 0.0);
    for (const Person& person : state.persons) {
        found[person.occupation] += 1;
    }
    for (std::size_t o = 0; o < shares.size(); ++o) {
        // 87 occupations are looked at: five standard deviations, and one person where the law is very small
        CHECK(std::abs(found[o] - shares[o] * pupils) <= 5 * std::sqrt(pupils * shares[o] * (1 - shares[o])) + 1);
    }
}
