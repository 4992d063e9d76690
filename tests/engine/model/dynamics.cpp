#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int horizon = 120;
constexpr double births_a_year = 60;

/// One zone, one sector, one occupation; rates by size band.
Pack pack_with(std::array<double, size_bands.size()> closures, double birth_rate) {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    pack.zone_codes.add("Z", {}, "");
    pack.zones.push_back({});
    pack.sectors.add("A", {}, "");
    pack.occupations.add("x", {}, "");
    pack.closure_rate = {closures};
    pack.birth_rate = {birth_rate};
    pack.birth_sizes = {{1, 1.0}};
    pack.establishments.push_back({.id = "E", .posts = 1});
    pack.posts.push_back({0, 0, 1});
    return pack;
}

State empty_state() {
    State state;
    state.calendar.start = Month::of(2013, 1);
    state.horizon = horizon;
    state.inside_zones = 1;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    return state;
}

int open_establishments(const State& state, std::size_t from, std::size_t to) {
    int open = 0;
    for (std::size_t i = from; i < to; ++i) {
        open += state.establishments.posts[EstablishmentId{static_cast<std::uint32_t>(i)}] > 0 ? 1 : 0;
    }
    return open;
}

}  // namespace

TEST_CASE("establishments of each size survive as exp(-rate t)") {
    const Pack pack = pack_with({0.10, 0.05}, 0);
    const Setting setting{pack, pack.calendar, horizon, 0, {}};
    Bench closure("closure", setting);
    State state = empty_state();
    constexpr std::size_t of_each = 5'000;
    for (std::size_t i = 0; i < 2 * of_each; ++i) {
        add_establishment(state, 0, 0);
        if (i < of_each) {
            state.establishments.unsalaried[EstablishmentId{static_cast<std::uint32_t>(i)}] = 1;
        }
        add_cell(state, 0, i < of_each ? 1 : 3);
    }
    closure.attach(state);
    start_risks(state);
    for (; state.month < horizon; ++state.month) {
        state.events.clear();
        closure.act(state);
    }
    check_invariants(state);
    const double rates[] = {0.10, 0.05};
    for (std::size_t band = 0; band < 2; ++band) {
        const double survival = std::exp(-rates[band] * horizon / 12);
        const double expected = of_each * survival;
        const int found = open_establishments(state, band * of_each, (band + 1) * of_each);
        INFO("band " << band << ": " << found << " of " << expected);
        CHECK(std::abs(found - expected) <= 4 * std::sqrt(expected * (1 - survival)));
    }
}

TEST_CASE(
    "under constant births b and a closure rate d the number of establishments is Poisson of mean b/d (1 - exp(-d "
    "t))") {
    constexpr double closes = 0.6;  // a year: after ten years the start is forgotten
    constexpr int runs = 200;
    const Pack pack = pack_with({closes, closes}, births_a_year);
    const Setting setting{pack, pack.calendar, horizon, 0, {}};
    Bench closure("closure", setting);
    Bench birth("birth", setting);
    birth.set("mastery", 0).set("founder_from_post", 0);
    double sum = 0;
    double squares = 0;
    for (std::uint32_t run = 0; run < runs; ++run) {
        State state = empty_state();
        state.luck.replicate = run;
        for (int i = 0; i < 400; ++i) {  // enough seekers for every founder: closures give them back
            add_person(state, Status::unemployed, 20, 0.5F);
            ++state.residents[static_cast<std::size_t>(Status::unemployed)];
        }
        closure.attach(state);
        birth.attach(state);
        start_risks(state);
        for (; state.month < horizon; ++state.month) {
            state.events.clear();
            closure.act(state);
            birth.act(state);
        }
        check_invariants(state);
        const int open = open_establishments(state, 0, state.establishments.size());
        sum += open;
        squares += double{static_cast<double>(open)} * open;
    }
    // births come at the end of a month, after its closures: the sum over months of b/12 exp(-d age/12)
    double mean = 0;
    for (int age = 0; age < horizon; ++age) {
        mean += births_a_year / 12 * std::exp(-closes * age / 12);
    }
    const double found = sum / runs;
    const double variance = (squares - sum * found) / (runs - 1);
    INFO("mean " << found << " of " << mean << ", variance " << variance);
    CHECK(std::abs(found - mean) <= 4 * std::sqrt(mean / runs));
    CHECK(std::abs(variance / mean - 1) <= 4 * std::sqrt(2.0 / runs + 1 / (mean * runs)));
}

TEST_CASE("what a closed establishment wanted goes whole to others of its sector and occupation") {
    Pack pack = pack_with({}, 0);
    const Setting setting{pack, pack.calendar, horizon, 0, {}};
    Bench demand("demand", setting);
    State state = empty_state();
    for (int i = 0; i < 10; ++i) {
        add_establishment(state, 0, 0);
        add_cell(state, 0, 4);
    }
    demand.attach(state);
    start_risks(state);
    change(state, [](Proposals& p) { p.close(EstablishmentId{3}, ClosureReason::closure); });
    double wanted = 0;
    demand.act(state);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        wanted += double{state.cells.posts_at_start[CellId{i}]};
    }
    CHECK(wanted == 40);
    CHECK(state.freed[0].posts == 0);
    for (++state.month; state.month < horizon; ++state.month) {
        demand.act(state);
    }
    unsigned posts = 0;
    for (const std::uint32_t number : state.cells.posts.values()) {
        posts += number;
    }
    CHECK(posts == 40);
    check_invariants(state);
}

TEST_CASE("shocks: an establishment closes, a sector shrinks once and then each year") {
    Pack pack = pack_with({}, 0);
    Setting setting{pack, pack.calendar, horizon, 0, {}};
    setting.shocks = {{.establishment = 1, .start = 2, .end = horizon, .posts = -1},
                      {.sector = 0, .start = 3, .end = 27, .posts = -0.5, .growth = -0.1}};
    Bench shock("shock", setting);
    State state = empty_state();
    for (int i = 0; i < 3; ++i) {
        add_establishment(state, 0, 0);
        add_cell(state, 0, 10);
    }
    start_risks(state);
    for (; state.month < horizon; ++state.month) {
        shock.act(state);
        if (state.month == 2) {
            CHECK(state.establishments.closed[EstablishmentId{1}] == 1);
        }
        if (state.month == 3) {
            CHECK(double{state.cells.posts_at_start[CellId{0}]} == Approx(5));
        }
    }
    CHECK(double{state.cells.posts_at_start[CellId{0}]} == Approx(5 * 0.9 * 0.9));  // months 15 and 27
    CHECK(state.freed.empty());
}
