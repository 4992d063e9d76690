#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {
constexpr double float_error = 1e-6;  // mastery is kept to 24 bits
}

TEST_CASE("mastery grows with practice: 1 - (1 - m) exp(-gain t)") {
    State state = small_state();
    for (const int months : {0, 1, 12, 60, 119}) {
        state.month = months;
        CHECK(mastery_now(state, the(open_ended_worker)) ==
              Approx(1 - 0.2 * std::exp(-0.05 * months)).epsilon(float_error));
        CHECK(mastery_now(state, the(outsider)) == Approx(1 - 0.4 * std::exp(-0.05 * months)).epsilon(float_error));
    }
}

TEST_CASE("mastery fades without practice: m exp(-fading t)") {
    State state = small_state();
    for (const int months : {0, 1, 12, 60, 119}) {
        state.month = months;
        CHECK(mastery_now(state, the(seeker)) == Approx(0.5 * std::exp(-0.01 * months)).epsilon(float_error));
        CHECK(mastery_now(state, the(inactive)) == Approx(0.3 * std::exp(-0.01 * months)).epsilon(float_error));
        CHECK(mastery_now(state, the(pupil)) == 0);
    }
}

TEST_CASE("know-how grows with tenure and is nothing without a post") {
    State state = small_state();
    state.month = 18;
    CHECK(know_how_now(state, the(young)) == Approx(1 - 0.5 * std::exp(-18.0 / 36)).epsilon(float_error));
    CHECK(know_how_now(state, the(seeker)) == 0);
    CHECK(know_how_now(state, the(outsider)) == 0);
}

TEST_CASE("bringing skills up to date at any months changes nothing") {
    State often = small_state();
    for (const int month : {3, 4, 11, 30}) {
        often.month = month;
        const float mastery = mastery_now(often, the(seeker));
        change(often, [&](Proposals& p) { p.learn(the(seeker), mastery); });
        change(often, [&](Proposals& p) { p.convert_contract(the(young), Contract::open_ended); });
    }
    State once = small_state();
    often.month = once.month = 48;
    CHECK(mastery_now(often, the(seeker)) == Approx(mastery_now(once, the(seeker))).epsilon(float_error));
    CHECK(mastery_now(often, the(young)) == Approx(mastery_now(once, the(young))).epsilon(float_error));
}

TEST_CASE("mastery of the second occupation fades while the other grows") {
    State state = small_state();
    change(state, [](Proposals& p) { p.become(the(seeker), Status::unemployed, 1); });
    change(state, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F); });
    state.month = 24;
    CHECK(state.persons[the(seeker)].second_occupation == 1);
    CHECK(second_mastery_now(state, the(seeker)) == Approx(0.5 * std::exp(-0.005 * 24)).epsilon(float_error));
    CHECK(mastery_now(state, the(seeker)) == Approx(1 - 0.5 * std::exp(-0.05 * 24)).epsilon(float_error));
    CHECK(second_mastery_now(state, the(young)) == 0);
}

TEST_CASE("skills of many read at once are those read one by one, to the same bits") {
    State state = small_state();
    change(state, [](Proposals& p) {
        p.enrol({.action = 1,
                 .person = the(young),
                 .partner = the(senior),
                 .until = 60,
                 .learning_boost = 2,
                 .partner_working_share = 0.9F});
    });
    for (const int month : {0, 5, 40}) {
        state.month = month;
        if (month == 5) {
            change(state, [](Proposals& p) { p.convert_contract(the(fixed_term_worker), Contract::open_ended); });
            change(state, [](Proposals& p) { p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F); });
        }
        SkillsInPost skills(state);
        for (const Someone one : {open_ended_worker, fixed_term_worker, owner, senior, young, seeker, other_seeker}) {
            INFO(month << " " << one);
            CHECK(skills(the(one)).mastery == mastery_now(state, the(one)));
            CHECK(skills(the(one)).know_how == know_how_now(state, the(one)));
        }
    }
}
