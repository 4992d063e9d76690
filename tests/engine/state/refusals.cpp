#include "engine/base/error.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

struct Refusal {
    const char* change;
    const char* why;
    void (*propose)(Proposals&);
};

const Refusal refusals[] = {
    {"hire", "the post is not vacant",
     [](Proposals& p) { p.hire(the(seeker), PostId{0}, Contract::open_ended, 0.5F); }},
    {"hire", "the person is no longer here",
     [](Proposals& p) {
         p.die(the(seeker));
         p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F);
     }},
    {"hire", "the post is not vacant",
     [](Proposals& p) {
         p.cut_post(vacant_post);
         p.hire(the(seeker), vacant_post, Contract::open_ended, 0.5F);
     }},
    {"promote", "the person holds no post", [](Proposals& p) { p.promote(the(seeker), vacant_post, 0.5F); }},
    {"promote", "the post is not vacant", [](Proposals& p) { p.promote(the(senior), PostId{4}, 0.5F); }},
    {"promote", "the post is in another house",
     [](Proposals& p) { p.promote(the(open_ended_worker), vacant_post, 0.5F); }},
    {"separate", "the person holds no post", [](Proposals& p) { p.separate(the(seeker), Separation::quit); }},
    {"convert_contract", "the person holds no post",
     [](Proposals& p) { p.convert_contract(the(seeker), Contract::open_ended); }},
    {"die", "the person is no longer here",
     [](Proposals& p) {
         p.die(the(owner));
         p.die(the(owner));
     }},
    {"retire", "the person is no longer here",
     [](Proposals& p) {
         p.leave_territory(the(senior));
         p.retire(the(senior));
     }},
    {"leave_territory", "the person is no longer here",
     [](Proposals& p) {
         p.die(the(senior));
         p.leave_territory(the(senior));
     }},
    {"become", "the person is no longer here",
     [](Proposals& p) {
         p.die(the(seeker));
         p.become(the(seeker), Status::inactive);
     }},
    {"cut_post", "only a vacant post can be cut", [](Proposals& p) { p.cut_post(PostId{0}); }},
    {"cut_post", "only a vacant post can be cut",
     [](Proposals& p) {
         p.cut_post(vacant_post);
         p.cut_post(vacant_post);
     }},
    {"open_vacancy", "the post is not vacant",
     [](Proposals& p) { p.open_vacancy(PostId{0}, VacancyReason::replacement); }},
    {"open_vacancy", "the employer already recruits for this post",
     [](Proposals& p) { p.open_vacancy(vacant_post, VacancyReason::replacement); }},
    {"abandon_vacancy", "there is no vacancy to abandon", [](Proposals& p) { p.abandon_vacancy(PostId{0}); }},
    {"learn", "mastery lies in [0, 1]", [](Proposals& p) { p.learn(the(seeker), 1.5F); }},
    {"learn", "mastery lies in [0, 1]", [](Proposals& p) { p.learn(the(seeker), -0.1F); }},
    {"enrol", "the person is already in a programme",
     [](Proposals& p) {
         p.enrol({.action = 1, .person = the(seeker)});
         p.enrol({.action = 2, .person = the(seeker)});
     }},
    {"enrol", "the person is no longer here",
     [](Proposals& p) {
         p.die(the(seeker));
         p.enrol({.action = 1, .person = the(seeker), .into_training = true});
     }},
    {"enrol", "a person in post cannot enter training",
     [](Proposals& p) { p.enrol({.action = 1, .person = the(young), .into_training = true}); }},
    {"enrol", "the tutor is already in a programme",
     [](Proposals& p) {
         p.enrol({.action = 1, .person = the(senior)});
         p.enrol({.action = 1, .person = the(young), .partner = the(senior)});
     }},
    {"enrol", "the post kept for the person is not on offer",
     [](Proposals& p) { p.enrol({.action = 1, .person = the(seeker), .post = PostId{0}}); }},
    {"enrol", "the post kept for the person is not on offer",
     [](Proposals& p) {
         p.enrol({.action = 1, .person = the(seeker), .post = vacant_post});
         p.enrol({.action = 1, .person = the(other_seeker), .post = vacant_post});
     }},
    {"complete", "the person is in no programme", [](Proposals& p) { p.complete(the(seeker)); }},
    {"recruit", "the post is not vacant",
     [](Proposals& p) { p.recruit({.birth = -400}, PostId{0}, Contract::open_ended, 0.5F); }},
    {"place", "the post is not vacant",
     [](Proposals& p) { p.place(1, the(seeker), PostId{0}, Contract::open_ended, 0.5F); }},
    {"relieve", "the person holds no post", [](Proposals& p) { p.relieve(1, the(seeker)); }},
    {"relieve", "the post is already relieved",
     [](Proposals& p) {
         p.relieve(1, the(senior));
         p.relieve(2, the(senior));
     }},
    {"relieve", "no action of that number can relieve anybody", [](Proposals& p) { p.relieve(0, the(senior)); }},
    {"relieve", "no action of that number can relieve anybody", [](Proposals& p) { p.relieve(64, the(senior)); }},
    {"support", "the establishment is closed",
     [](Proposals& p) {
         p.close(EstablishmentId{0}, ClosureReason::closure);
         p.support({EstablishmentId{0}, 1, 12, {}});
     }},
    {"support", "the action already supports the establishment",
     [](Proposals& p) {
         p.support({EstablishmentId{0}, 1, 12, {}});
         p.support({EstablishmentId{0}, 1, 24, {}});
     }},
    {"withdraw", "the action does not support the establishment",
     [](Proposals& p) {
         p.support({EstablishmentId{0}, 1, 12, {}});
         p.withdraw(2, EstablishmentId{0});
     }},
    {"count", "fewer units than none", [](Proposals& p) { p.count(1, VolumeOf::start, -1); }},
};

std::string refusal_of(State& state, void (*propose)(Proposals&)) {
    try {
        change(state, propose);
    } catch (const ModelError& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("a proposal that does not fit is refused, with month, process, change and reason") {
    for (const Refusal& refusal : refusals) {
        State state = small_state();
        state.month = 14;
        const std::string text = refusal_of(state, refusal.propose);
        INFO(text);
        CHECK_THAT(text, Catch::StartsWith("2014-03, process a_test, change " + std::string(refusal.change)));
        CHECK_THAT(text, Catch::EndsWith(refusal.why));
    }
}

TEST_CASE("a broken invariant is found and told") {
    const auto breach = [](auto spoil) {
        State state = small_state();
        spoil(state);
        try {
            check_invariants(state);
        } catch (const ModelError& error) {
            return std::string(error.what());
        }
        return std::string("nothing found");
    };
    CHECK(breach([](State&) {}) == "nothing found");
    CHECK_THAT(breach([](State& s) { s.persons[the(seeker)].status = Status::employed; }),
               Catch::Contains("employed without a post") && Catch::Contains("id 5"));
    CHECK_THAT(breach([](State& s) { s.persons[the(young)].post = PostId{0}; }), Catch::Contains("held by another"));
    CHECK_THAT(breach([](State& s) { s.seekers.erase(the(seeker)); }), Catch::Contains("job seekers"));
    CHECK_THAT(breach([](State& s) { s.persons[the(pupil)].birth = 0; }), Catch::Contains("impossible age"));
    CHECK_THAT(breach([](State& s) { s.persons[the(pupil)].programme = 0; }), Catch::Contains("list of programmes"));
    CHECK_THAT(breach([](State& s) { s.posts[vacant_post].holder = the(young); }),
               Catch::Contains("names another post"));
    CHECK_THAT(breach([](State& s) { s.vacancies.erase(vacant_post); }), Catch::Contains("set of vacancies"));
    CHECK_THAT(breach([](State& s) { ++s.cells.filled[CellId{0}]; }), Catch::Contains("do not add up"));
    CHECK_THAT(breach([](State& s) { ++s.cells.posts[CellId{0}]; }), Catch::Contains("do not add up"));
    CHECK_THAT(breach([](State& s) { s.posts[PostId{0}].relieved = 1; }), Catch::Contains("overlap"));
}
