#include "scenarios/audit/systemic/cross_impact.hpp"

#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace releve::audit {

namespace {

Approx near(double value) { return Approx(value).margin(1e-12); }

}  // namespace

TEST_CASE("direct sums are rows and columns, indirect ones those of the matrix multiplied by itself", "[systemic]") {
    // a -> b 3, b -> c 2, c -> a 1, a -> c 1. Rows 4, 2, 1 of 7; columns 1, 3, 3.
    const CrossMatrix matrix{3, {0, 3, 1, 0, 0, 2, 1, 0, 0}};
    const SystemView view = view_of(matrix);
    CHECK(view.direct[0].influence == near(4.0 / 7));
    CHECK(view.direct[1].influence == near(2.0 / 7));
    CHECK(view.direct[2].influence == near(1.0 / 7));
    CHECK(view.direct[0].dependence == near(1.0 / 7));
    CHECK(view.direct[1].dependence == near(3.0 / 7));
    CHECK(view.direct[1].dependence_rank == 1);
    CHECK(view.direct[2].dependence_rank == 1);  // equals share the better rank
    CHECK(view.direct[0].dependence_rank == 3);
    CHECK(view.direct[0].quadrant == Quadrant::lever);
    CHECK(view.direct[1].quadrant == Quadrant::result);
    CHECK(view.settling == Settling::settled);
    // chains of two links: row a = 3 * 2 + 1 * 1 = 7, row b = 2 * 1 = 2, row c = 1 * 4 = 4 (to b 3, to c 1)
    std::vector<std::vector<double>> rows{{4, 2, 1}, {7, 2, 4}};
    while (rows.size() < static_cast<std::size_t>(view.power)) {
        const std::vector<double>& last = rows.back();
        rows.push_back({3 * last[1] + last[2], 2 * last[2], last[0]});
    }
    const std::vector<double>& shown = rows[static_cast<std::size_t>(view.power) - 1];
    const double sum = shown[0] + shown[1] + shown[2];
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(view.indirect[i].influence == near(shown[i] / sum));
    }
}

TEST_CASE("chains that end stop the powers", "[systemic]") {
    // a -> b 3, b -> c 2 and nothing else: one chain of two links, a -> b -> c
    const SystemView view = view_of({3, {0, 3, 0, 0, 0, 2, 0, 0, 0}});
    CHECK(view.settling == Settling::no_long_chain);
    CHECK(view.power == 2);
    CHECK(view.indirect[0].influence == near(1));
    CHECK(view.indirect[2].dependence == near(1));
    CHECK(view.indirect[0].quadrant == Quadrant::lever);
    CHECK(view.indirect[1].quadrant == Quadrant::autonomous);
    CHECK(view.indirect[2].quadrant == Quadrant::result);
    const SystemView none = view_of({2, {0, 0, 0, 0}});
    CHECK(none.empty);
    CHECK(none.indirect[0].influence == 0);
    CHECK(none.indirect[0].quadrant == Quadrant::autonomous);
}

TEST_CASE("an order that swings is told, and shown as the mean of a swing", "[systemic]") {
    // a -> b 3, b -> a 1. Rows: 3, 1; then 3, 3; then 9, 3; ...
    const SystemView view = view_of({2, {0, 3, 1, 0}});
    CHECK(view.settling == Settling::oscillates);
    CHECK(view.period == 2);
    CHECK(view.indirect[0].influence == near((0.75 + 0.5) / 2));
    CHECK(view.indirect[0].dependence == near((0.25 + 0.5) / 2));
}

TEST_CASE("each axis on a chain counts by its weakness", "[systemic]") {
    const CrossMatrix matrix{3, {0, 3, 0, 0, 0, 2, 0, 0, 0}};
    // one link: a -> b 3 * 1/2 * 1 and b -> c 2 * 1 * 1/4; two links: 3 * 2 * 1/2 * 1 * 1/4, the only chain
    const SystemView view = view_of(matrix, std::vector{0.5, 1.0, 0.25});
    CHECK(view.direct[0].influence == near(1.5 / 2.0));
    CHECK(view.direct[1].influence == near(0.5 / 2.0));
    CHECK(view.direct[2].dependence == near(0.5 / 2.0));
    CHECK(view.power == 2);
    // an axis of score 4 passes nothing on: the chain breaks at b
    const SystemView broken = view_of(matrix, std::vector{1.0, 0.0, 1.0});
    CHECK(broken.empty);
}

TEST_CASE("the greatest influences and all powers stay finite", "[systemic]") {
    CrossMatrix matrix{9, std::vector<double>(81, 3)};
    for (std::size_t i = 0; i < 9; ++i) {
        matrix.influence[i * 10] = 0;
    }
    const SystemView view = view_of(matrix);
    CHECK(view.settling == Settling::settled);
    CHECK(view.power == 1);
    for (const AxisPlace& place : view.indirect) {
        CHECK(place.influence == near(1.0 / 9));
        CHECK(place.influence_rank == 1);
        CHECK(place.quadrant == Quadrant::relay);
    }
}

TEST_CASE("the axes of Langres settle, and shares sum to one", "[systemic]") {
    const SystemView view = view_of(cross_matrix(tests::langres()));
    CHECK(view.settling == Settling::settled);
    CHECK(view.power < 8);
    const double influence = std::accumulate(view.indirect.begin(), view.indirect.end(), 0.0,
                                             [](double sum, const AxisPlace& one) { return sum + one.influence; });
    CHECK(influence == near(1));
}

}  // namespace releve::audit
