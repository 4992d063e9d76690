#include "scenarios/audit/systemic/establishments.hpp"

#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace releve::audit {

namespace {

/// Axes a, b, c; a -> c 3, b -> c 3, c -> a 1, c -> b 1; two establishments.
Pack pack_with(const std::vector<int>& first, const std::vector<int>& second) {
    Pack pack;
    for (const char* axis : {"a", "b", "c"}) {
        pack.audit_axes.add(axis, {axis, axis}, "");
    }
    pack.cross_impact = {{0, 2, 3}, {1, 2, 3}, {2, 0, 1}, {2, 1, 1}};
    pack.establishments.resize(2);
    for (std::uint32_t axis = 0; axis < 3; ++axis) {
        if (first[axis] >= 0) {
            pack.audits.push_back({0, axis, first[axis], {}, {}});
        }
        if (second[axis] >= 0) {
            pack.audits.push_back({1, axis, second[axis], {}, {}});
        }
    }
    return pack;
}

}  // namespace

TEST_CASE("the first lever is the weak axis that moves what is weak", "[systemic]") {
    // a and b move c alike; the weaker of them is the lever
    const TerritorySystem system = system_of(pack_with({0, 3, 1}, {3, 0, 1}));
    REQUIRE(system.establishments.size() == 2);
    CHECK(system.establishments[0].levers.front() == 0);
    CHECK(system.establishments[1].levers.front() == 1);
    CHECK(system.first_lever_of == std::vector{0.5, 0.5, 0.0});
    CHECK_FALSE(system.weighted);
    CHECK(system.territory[0].influence == Approx(system.territory[1].influence));
}

TEST_CASE("an axis at its best is no lever, and scores of one point decide or do not", "[systemic]") {
    const TerritorySystem system = system_of(pack_with({0, 4, 0}, {2, 2, 2}));
    const EstablishmentSystem& clear = system.establishments[0];
    CHECK(std::find(clear.levers.begin(), clear.levers.end(), 1U) == clear.levers.end());
    CHECK(clear.cases == 3);               // a up, b down, c up: the others would leave 0-4
    CHECK(clear.first_lever_kept == 1.0);  // 3/4 against 1/4 at worst
    // all alike: a is named first. b worse by a point, or a better by one, puts b before it. c worse by one swings between
    // shares of 1/4 and 3/7, a between 3/8 and 2/7: on average c is before a
    const EstablishmentSystem& level = system.establishments[1];
    CHECK(level.cases == 6);
    CHECK(level.levers.front() == 0);
    CHECK(level.first_lever_kept == Approx(3.0 / 6));
    CHECK(level.quadrants_kept < 1.0);
    CHECK(level.quadrants_kept > 0.0);
}

TEST_CASE("establishments count by what they stand for, and a score not given is the mean", "[systemic]") {
    Pack pack = pack_with({0, 3, 1}, {3, 0, -1});
    pack.survey = {{0, "x", 3.0}, {1, "x", 1.0}};
    const TerritorySystem system = system_of(pack);
    CHECK(system.weighted);
    CHECK(system.first_lever_of == std::vector{0.75, 0.25, 0.0});
    CHECK(system.establishments[1].scores[2] == -1);
    CHECK(system.establishments[1].weakness[2] == 0.75);  // that of the only one scored
    CHECK(system.establishments[1].cases == 4 - 1);       // a both ways, b up alone
    CHECK(system_of(Pack{}).establishments.empty());
}

TEST_CASE("robustness is that of the places told of the territory, scores and weights included", "[systemic]") {
    Pack pack = pack_with({0, 3, 1}, {3, 2, 0});
    pack.survey = {{0, "x", 3.0}, {1, "x", 1.0}};
    const TerritorySystem system = system_of(pack, {.draws = 0});
    std::vector<double> kept(3);
    double cases = 0;
    for (std::uint32_t from = 0; from < 3; ++from) {
        for (std::uint32_t to = 0; to < 3; ++to) {
            for (const double step : {-1.0, 1.0}) {
                const double influence = system.matrix(from, to) + step;
                if (from == to || influence < 0 || influence > 3) {
                    continue;
                }
                Pack moved = pack;
                moved.cross_impact.push_back({from, to, static_cast<int>(influence)});  // the last line told holds
                const TerritorySystem now = system_of(moved, {.draws = 0});
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    kept[axis] += now.territory[axis].quadrant == system.territory[axis].quadrant ? 1 : 0;
                }
                ++cases;
            }
        }
    }
    CHECK(system.one_at_a_time.cases == static_cast<std::size_t>(cases));
    bool differs = false;  // from the robustness of the matrix alone
    for (std::size_t axis = 0; axis < 3; ++axis) {
        CHECK(system.one_at_a_time.axes[axis].quadrant == Approx(kept[axis] / cases));
        differs = differs || moved_one_at_a_time(system.matrix).axes[axis].quadrant != Approx(kept[axis] / cases);
    }
    CHECK(differs);
}

TEST_CASE("a pull is its own link and the links through weak axes between", "[systemic]") {
    const CrossMatrix matrix{3, {0, 3, 2, 0, 0, 0, 0, 1, 0}};  // a -> b 3, a -> c 2, c -> b 1
    const std::vector weakness{0.5, 1.0, 0.75};
    CHECK(pull(matrix, weakness, 0, 1) == Approx(0.5 * (1 + 2.0 / 3 * 0.75 / 3)));
    CHECK(pull(matrix, weakness, 1, 0) == 0);
    CHECK(pull(matrix, weakness, 0, 0) == 0);
}

TEST_CASE("thirty establishments of Langres have a lever each", "[systemic]") {
    const TerritorySystem system = system_of(tests::langres(), {.seed = 1, .draws = 100});
    REQUIRE(system.establishments.size() == 30);
    for (const EstablishmentSystem& one : system.establishments) {
        CHECK_FALSE(one.levers.empty());
        CHECK(one.cases >= 9);  // each of nine scores can move at least one way
        CHECK(one.first_lever_kept > 0);
    }
    CHECK(std::accumulate(system.first_lever_of.begin(), system.first_lever_of.end(), 0.0) == Approx(1));
}

}  // namespace releve::audit
