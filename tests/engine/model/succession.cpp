#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

/// The owner of establishment 0 of the small state retires; two employees are left.
State after_retirement(const Setting& setting, double closes, double inside) {
    State state = small_state();
    change(state, [](Proposals& p) { p.retire(the(owner)); });
    Bench succession("succession", setting);
    succession.set("closes_1_5", closes).set("from_inside", inside);
    state.events.clear();
    succession.act(state);
    check_invariants(state);
    return state;
}

}  // namespace

TEST_CASE("an owner's exit closes the place, gives it to an employee or opens a search") {
    Pack pack;
    const Setting setting{pack, Month::of(2013, 1), 120, 0, {}};
    const State closed = after_retirement(setting, 1, 1);
    CHECK(closed.establishments.closed[EstablishmentId{0}] == 1);
    CHECK(closed.persons[the(open_ended_worker)].status == Status::unemployed);

    const State inside = after_retirement(setting, 0, 1);
    CHECK(inside.persons[the(open_ended_worker)].post == PostId{2});
    CHECK(inside.persons[the(open_ended_worker)].contract == Contract::owner);
    CHECK(inside.events.back().kind == EventKind::transfer);
    CHECK(inside.events.back().detail == 1);
    CHECK(inside.undecided.contains(PostId{0}));  // the heir's own post is now to be filled

    const State outside = after_retirement(setting, 0, 0);
    CHECK(outside.posts[PostId{2}].is_vacancy());
    CHECK(outside.posts[PostId{2}].owner_post == 1);
}

TEST_CASE("an action keeps the place open, finds a successor in the house, and keeps up the search for one") {
    Pack pack;
    const Setting setting{pack, Month::of(2013, 1), 120, 0, {}};
    constexpr EstablishmentId house{0};
    const auto supported = [&](Levers levers) {
        State state = small_state();
        change(state, [&](Proposals& p) {
            p.support({house, 1, never, levers});
            p.retire(the(owner));
        });
        Bench succession("succession", setting);
        succession.set("closes_1_5", 1).set("from_inside", 0);
        succession.act(state);
        return state;
    };
    CHECK(supported({}).establishments.closed[house] == 1);
    CHECK(supported({.closing = 0, .from_inside = 1}).persons[the(open_ended_worker)].post == PostId{2});
    for (const float lever : {0.0F, 1.0F}) {
        State state = supported({.closing = 0});
        REQUIRE(state.posts[PostId{2}].is_vacancy());
        state.establishments.levers[house].closing = lever;
        Bench abandonment("abandonment", setting);
        abandonment.set("patience", 0).set("hazard", 1);
        for (int month = 0; month < 24; ++month, ++state.month) {
            abandonment.act(state);
        }
        CHECK(state.establishments.closed[house] == (lever > 0 ? 1 : 0));
        check_invariants(state);
    }
}

TEST_CASE("the post of somebody relieved goes when its holder does, though every exit is replaced") {
    Pack pack;
    const Setting setting{pack, Month::of(2013, 1), 120, 0, {}};
    State state = small_state();
    change(state, [](Proposals& p) {
        p.relieve(1, the(senior));
        p.retire(the(senior));
        p.separate(the(young), Separation::quit);
    });
    Bench replacement("replacement", setting);
    replacement.set("after_retirement", 1).set("after_quit", 1);
    replacement.act(state);
    CHECK_FALSE(state.posts[PostId{3}].exists());
    CHECK(state.posts[PostId{4}].is_vacancy());
    CHECK(state.cells.overlap[CellId{2}] == 0);
    CHECK(state.cells.posts[CellId{2}] == 3);
    check_invariants(state);
}
