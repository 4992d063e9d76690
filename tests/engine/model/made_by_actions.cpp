#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>

/// What processes leave alone, or take up, of what actions have made.

using namespace releve;
using namespace releve::tests;

namespace {

Setting setting_of(int months) { return {langres(), langres().calendar, months, 0}; }

}  // namespace

TEST_CASE("a new shared post is always recruited for; left, it is replaced like others") {
    const Setting setting = setting_of(12);
    Bench replacement("replacement", setting);
    replacement.set("after_quit", 0);  // a post never held has nobody who left it: the same probability would apply
    State state = small_state();
    replacement.attach(state);
    change(state, [](Proposals& p) { p.open_post(CellId{0}, VacancyReason::sharing); });
    const PostId post{state.posts.size() - 1};
    replacement.act(state);
    CHECK(state.posts[post].is_vacancy());
    CHECK(state.posts[post].reason == VacancyReason::sharing);
    change(state, [&](Proposals& p) { p.hire(the(seeker), post, Contract::open_ended, 0.5F); });
    change(state, [](Proposals& p) { p.separate(the(seeker), Separation::quit); });
    replacement.act(state);
    CHECK_FALSE(state.posts[post].exists());
}

TEST_CASE("a contract that an action has dated does not end before") {
    const Setting setting = setting_of(120);
    Bench end("contract_end", setting);
    end.set("conversion", 0).set("multiplier", 5);
    for (const bool dated : {true, false}) {
        State state = small_state();
        end.attach(state);
        state.practice = {std::vector<float>(88, 0.05F), std::vector<float>(88, 0.01F), 0.02F};
        start_risks(state);
        const PersonId person = the(fixed_term_worker);
        change(state, [&](Proposals& p) {
            Proposals::Enrolment enrolment{.action = 1, .person = person, .until = 60};
            enrolment.establishment = dated ? EstablishmentId{0} : EstablishmentId{1};  // served there, or elsewhere
            p.enrol(enrolment);
        });
        for (; state.month < 60; ++state.month) {
            end.act(state);
        }
        CHECK((state.persons[person].status == Status::employed) == dated);
        change(state, [&](Proposals& p) {
            if (dated) {
                p.complete(person);
            }
        });
        for (; state.month < 119; ++state.month) {
            end.act(state);
        }
        CHECK(state.persons[person].status == Status::unemployed);  // once over, the ordinary risk is back
    }
}
