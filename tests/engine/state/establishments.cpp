#include "tests/engine/state/small_state.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

int events_of(const State& state, EventKind kind) {
    return static_cast<int>(std::count_if(state.events.begin(), state.events.end(),
                                          [&](const Event& event) { return event.kind == kind; }));
}

Founding founding_of(PersonId founder) {
    Founding founding;
    founding.key = newborn_key(3, 1, 2, 0);
    founding.zone = 1;
    founding.sector = 1;
    founding.cells = {{0, 1, 1.0F}, {1, 2, 2.0F}};
    founding.founder = founder;
    founding.mastery = 0.5F;
    return founding;
}

}  // namespace

TEST_CASE("a closure frees everybody, destroys filled and vacant posts, and leaves what was wanted to others") {
    State state = small_state();
    change(state, [](Proposals& p) { p.close(EstablishmentId{1}, ClosureReason::closure); });
    CHECK(state.establishments.closed[EstablishmentId{1}] == 1);
    CHECK(state.establishments.posts[EstablishmentId{1}] == 0);
    CHECK(state.persons[the(senior)].status == Status::unemployed);
    CHECK(state.persons[the(young)].status == Status::unemployed);
    CHECK(events_of(state, EventKind::separation) == 2);
    CHECK(events_of(state, EventKind::post_cut) == 3);
    CHECK(events_of(state, EventKind::establishment_closed) == 1);
    CHECK(state.vacancies.members().empty());
    REQUIRE(state.freed.size() == 1);
    CHECK(state.freed[0].posts == 3.0F);
    CHECK_NOTHROW(check_invariants(state));
}

TEST_CASE("what a shock closes is lost to all") {
    State state = small_state();
    change(state, [](Proposals& p) { p.close(EstablishmentId{0}, ClosureReason::shock); });
    CHECK(state.freed.empty());
    CHECK_NOTHROW(check_invariants(state));
}

TEST_CASE("a founder takes the owner's post of a newborn establishment; its demand is taken from others") {
    State state = small_state();
    change(state, [](Proposals& p) { p.found(founding_of(the(seeker))); });
    const EstablishmentId born{2};
    CHECK(state.establishments.posts[born] == 3);
    CHECK(state.establishments.size_band[born] == 1);  // two employees' posts
    CHECK(state.persons[the(seeker)].contract == Contract::owner);
    CHECK(state.posts[state.persons[the(seeker)].post].owner_post == 1);
    CHECK(state.establishment_of(the(seeker)) == born);
    CHECK(state.undecided.members().size() == 2);
    CHECK(state.freed[0].posts + state.freed[1].posts == -3.0F);
    CHECK(state.cells.key[CellId{3}] == newborn_key(3, 1, 2, 0));
    CHECK_NOTHROW(check_invariants(state));
}

TEST_CASE("keys of newborn establishments depend on month, zone and place only, and never meet") {
    std::vector<std::uint32_t> keys;
    for (std::uint32_t month = 0; month < 20; ++month) {
        for (std::uint32_t zone = 0; zone < 7; ++zone) {
            for (std::uint32_t index = 0; index < 5; ++index) {
                keys.push_back(newborn_key(month, zone, 7, index));
            }
        }
    }
    std::sort(keys.begin(), keys.end());
    std::uint32_t least = 0x80000000U;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        least = std::min(least, keys[i + 1] - keys[i]);
    }
    CHECK(least >= most_newborn_cells);
    CHECK(keys.front() >= 0x80000000U);
    CHECK_FALSE(newborn_key_fits(1024, 0, 7, 0));
}

TEST_CASE("the size band follows the posts, those of owners aside") {
    CHECK(size_band_of(1, 1) == 0);
    CHECK(size_band_of(6, 1) == 1);
    CHECK(size_band_of(6, 0) == 2);
    CHECK(size_band_of(1000, 0) == size_bands.size() - 1);
    State state = small_state();
    for (int i = 0; i < 3; ++i) {
        change(state, [](Proposals& p) { p.open_post(CellId{2}); });
    }
    CHECK(state.establishments.size_band[EstablishmentId{1}] == 2);  // 3 + 3
    change(state, [](Proposals& p) { p.cut_post(vacant_post); });
    CHECK(state.establishments.size_band[EstablishmentId{1}] == 1);
}
