#include "engine/synthesis/raking.hpp"

#include "engine/base/draws.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace releve;

namespace {

const double unknown = std::numeric_limits<double>::quiet_NaN();

Eigen::ArrayXd ones(Eigen::Index cells) { return Eigen::ArrayXd::Ones(cells); }

/// Sum over all cells whose position on one axis is the given one; shape 3 x 4 x 2.
template <class Cells>
double sum_at(const Cells& cells, std::size_t axis, std::size_t position) {
    double sum = 0;
    for (std::size_t cell = 0; cell < 24; ++cell) {
        const std::size_t positions[] = {cell / 8, cell / 2 % 4, cell % 2};
        sum += positions[axis] == position ? static_cast<double>(cells[static_cast<Eigen::Index>(cell)]) : 0.0;
    }
    return sum;
}

/// A 3 x 4 x 2 table of whole numbers, so that its margins are consistent.
Eigen::ArrayXd some_table(std::uint32_t number) {
    Draws draws(number, 0, {0, 0}, purpose("raking"), 0);
    Eigen::ArrayXd cells(24);
    for (Eigen::Index cell = 0; cell < 24; ++cell) {
        cells[cell] = draws.below(40);
    }
    return cells;
}

std::vector<Margin> margins_of(const Eigen::ArrayXd& cells) {
    std::vector<Margin> margins;
    const std::size_t sizes[] = {3, 4, 2};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        Margin& margin = margins.emplace_back();
        margin.axes = {axis};
        for (std::size_t position = 0; position < sizes[axis]; ++position) {
            margin.totals.push_back(sum_at(cells, axis, position));
        }
    }
    return margins;
}

}  // namespace

TEST_CASE("raking a uniform table to two margins gives their product") {
    const RakingResult result = rake({2, 3}, ones(6), {{{0}, {30, 70}}, {{1}, {20, 30, 50}}});
    const double expected[] = {6, 9, 15, 14, 21, 35};  // row total * column total / 100
    for (Eigen::Index cell = 0; cell < 6; ++cell) {
        CHECK(result.cells[cell] == Approx(expected[cell]).epsilon(1e-9));
    }
    CHECK(result.largest_residual < 1e-6);
    CHECK(result.rounds <= 3);
}

TEST_CASE("raking meets consistent margins and keeps the odds of the seed") {
    Eigen::ArrayXd seed(4);
    seed << 8, 2, 1, 1;
    const RakingResult result = rake({2, 2}, seed, {{{0}, {60, 40}}, {{1}, {50, 50}}});
    const Eigen::ArrayXd& c = result.cells;
    CHECK(c[0] + c[1] == Approx(60));
    CHECK(c[0] + c[2] == Approx(50));
    CHECK(c[0] * c[3] / (c[1] * c[2]) == Approx(8 * 1 / (2 * 1.0)));  // the odds ratio is left alone
}

TEST_CASE("zeros of the seed stay zero and unknown totals are left free") {
    Eigen::ArrayXd seed(4);
    seed << 0, 1, 1, 1;
    const RakingResult result = rake({2, 2}, seed, {{{0}, {10, unknown}}, {{1}, {unknown, 30}}});
    CHECK(result.cells[0] == 0);
    CHECK(result.cells[1] == Approx(10));
    CHECK(result.cells[1] + result.cells[3] == Approx(30));
    CHECK(result.largest_residual < 1e-6);
}

TEST_CASE("inconsistent margins leave a residual") {
    const RakingResult result = rake({2, 2}, ones(4), {{{0}, {10, 10}}, {{1}, {15, 15}}}, 1e-6, 50);
    CHECK(result.largest_residual == Approx(5));  // 20 persons against 30: 5 off in each column
    CHECK(result.rounds == 50);
}

TEST_CASE("whole numbers meet consistent margins exactly and stay within one unit of the raked cells") {
    int exact = 0;
    for (std::uint32_t number = 1; number <= 100; ++number) {
        const std::vector<Margin> margins = margins_of(some_table(number));
        const RakingResult raked = rake({3, 4, 2}, ones(24), margins);
        REQUIRE(raked.largest_residual < 1e-6);
        const IntegerTable table = integerise({3, 4, 2}, raked.cells, margins);
        std::int64_t off = 0;
        for (const Margin& margin : margins) {
            for (std::size_t i = 0; i < margin.totals.size(); ++i) {
                off += std::llround(std::abs(sum_at(table.cells, margin.axes[0], i) - margin.totals[i]));
            }
        }
        CHECK(off == table.residual);  // what it says it misses is what it misses
        exact += table.residual == 0 ? 1 : 0;
    }
    CHECK(exact == 100);
}

TEST_CASE("two margins of whole numbers are always met") {
    for (std::uint32_t number = 1; number <= 50; ++number) {
        Draws draws(number, 1, {0, 0}, purpose("raking"), 0);
        std::vector<double> rows(5), columns(7, 0.0);
        double total = 0;
        for (double& row : rows) {
            row = 1 + draws.below(30);
            total += row;
        }
        for (int person = 0; person < static_cast<int>(total); ++person) {
            columns[draws.below(7)] += 1;
        }
        const std::vector<Margin> margins{{{0}, rows}, {{1}, columns}};
        const IntegerTable table = integerise({5, 7}, rake({5, 7}, ones(35), margins).cells, margins);
        CHECK(table.residual == 0);
    }
}

TEST_CASE("whole numbers report by how much inconsistent margins are missed") {
    const std::vector<Margin> margins{{{0}, {10, 10}}, {{1}, {15, 15}}};
    const IntegerTable table = integerise({2, 2}, rake({2, 2}, ones(4), margins, 1e-6, 50).cells, margins);
    // 20 persons in rows against 30 in columns: whatever the cells, the totals are missed by 10 at least
    CHECK(table.residual >= 10);
}
