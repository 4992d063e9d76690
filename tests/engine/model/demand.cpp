#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

/// One sector, one occupation, and a path of growth by year.
Pack pack_with(const std::vector<DemandRow>& demand) {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    pack.sectors.add("A", {}, "");
    pack.occupations.add("x", {}, "");
    pack.demand = demand;
    return pack;
}

/// 30,000 establishments of one cell each, of 1 to 5 vacant posts that nobody recruits for.
State many_cells() {
    State state;
    state.calendar.start = Month::of(2013, 1);
    state.horizon = 36;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    for (int i = 0; i < 30'000; ++i) {
        add_establishment(state, 0, 0);
        add_cell(state, 0, 1 + i % 5);
    }
    return state;
}

double posts_of(const State& state) {
    double posts = 0;
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        posts += state.cells.posts[CellId{i}];
    }
    return posts;
}

/// Posts in each December when the cells adjust as fast as they may.
std::vector<double> run_to_decembers(State& state, const Pack& pack) {
    const Setting setting{pack, pack.calendar, state.horizon, 0};
    Bench demand("demand", setting);
    demand.set("creation_speed", 1).set("cut_speed", 1).attach(state);
    start_risks(state);
    std::vector<double> decembers;
    for (; state.month < state.horizon; ++state.month) {
        state.events.clear();
        demand.act(state);
        check_invariants(state);
        if (state.month % 12 == 11) {
            decembers.push_back(posts_of(state));
        }
    }
    return decembers;
}

}  // namespace

TEST_CASE("the posts of all cells follow the path, though each cell holds whole posts") {
    const Pack pack = pack_with({{-1, -1, 2013, -0.05}, {0, -1, 2014, 0.03}, {-1, 0, 2014, 0.01}});
    State state = many_cells();
    const double at_start = posts_of(state);
    const std::vector<double> decembers = run_to_decembers(state, pack);
    const double path[] = {1, 0.95, 0.95 * 1.04};  // growths of one year add up over sector and occupation
    for (std::size_t year = 0; year < 3; ++year) {
        // a cell of exact target x holds floor(x + u): mean x, variance r (1 - r) with r the fraction of x; at a speed of 1
        // a month what has not been adjusted by December is exp(-11) of it
        double variance = 0;
        for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
            const double exact = state.cells.posts_at_start[CellId{i}] * path[year];
            const double fraction = exact - std::floor(exact);
            variance += fraction * (1 - fraction);
        }
        INFO("year " << year << ": " << decembers[year] << " posts");
        CHECK(std::abs(decembers[year] - at_start * path[year]) <= 4 * std::sqrt(variance) + 5);
    }
}

TEST_CASE("cells at their target open and close nothing") {
    const Pack pack = pack_with({{-1, -1, 2013, 0.0}});
    State state = many_cells();
    const double at_start = posts_of(state);
    const std::uint32_t ever = state.posts.size();
    CHECK(run_to_decembers(state, pack) == std::vector<double>(3, at_start));
    CHECK(state.posts.size() == ever);
}

TEST_CASE("without speed nothing moves, whatever the path") {
    const Pack pack = pack_with({{-1, -1, 2013, -0.5}});
    const Setting setting{pack, pack.calendar, 36, 0};
    State state = many_cells();
    Bench demand("demand", setting);
    demand.set("creation_speed", 0).set("cut_speed", 0).attach(state);
    start_risks(state);
    for (; state.month < 36; ++state.month) {
        demand.act(state);
    }
    CHECK(state.events.empty());
}

TEST_CASE("vacant posts are cut first, then fixed terms, owners last") {
    const Pack pack = pack_with({{-1, -1, 2013, -0.9999}});
    State state;
    state.calendar = pack.calendar;
    state.horizon = 480;
    state.inside_zones = 1;
    state.practice = {{0.05F}, {0.01F}, 0.01F};
    add_establishment(state, 0, 0);
    add_cell(state, 0, 4);
    add_worker(state, PostId{0}, Contract::owner, 50, 0.5F);
    add_worker(state, PostId{1}, Contract::open_ended, 50, 0.5F);
    add_worker(state, PostId{2}, Contract::fixed_term, 50, 0.5F);
    state.residents[static_cast<std::size_t>(Status::employed)] = 3;
    const Setting setting{pack, pack.calendar, 480, 0};
    Bench demand("demand", setting);
    demand.set("cut_speed", 0.1).attach(state);  // slow: hardly ever two in a month
    start_risks(state);
    std::vector<std::uint32_t> order;
    for (; state.month < 480; ++state.month) {
        demand.act(state);
        check_invariants(state);
        for (std::uint32_t post = 0; post < 4; ++post) {
            if (!state.posts[PostId{post}].exists() && std::count(order.begin(), order.end(), post) == 0) {
                order.push_back(post);
            }
        }
    }
    CHECK(order == std::vector<std::uint32_t>{3, 2, 1, 0});
}
