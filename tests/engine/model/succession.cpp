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
