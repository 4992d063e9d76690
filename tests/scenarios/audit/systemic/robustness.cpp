#include "scenarios/audit/systemic/robustness.hpp"

#include <catch2/catch.hpp>

namespace releve::audit {

TEST_CASE("two axes that swap nothing when an influence moves", "[systemic]") {
    // Only a -> b and b -> a exist. From (3, 3) down one: (2, 3): rows 2, 3, then 6, 6. It swings between two orders; the mean
    // of a swing puts b above a, while all was equal before.
    const CrossMatrix level{2, {0, 3, 3, 0}};
    const Robustness moved = moved_one_at_a_time(level);
    CHECK(moved.cases == 2);                     // up is out of range
    CHECK(moved.axes[0].influence_rank == 0.5);  // first before; second when its own influence falls
    CHECK(moved.axes[0].quadrant == 0.0);        // a relay before; a lever or a result then
    CHECK(moved.all_quadrants == 0.0);
}

TEST_CASE("a reading that one point cannot change", "[systemic]") {
    // a moves all others by 3; nothing else moves anything much: c -> b 1 keeps chains short
    const CrossMatrix matrix{4, {0, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}};
    // one at a time: a loses a point to one axis (3 cases), or another axis gains one influence
    const Robustness moved = moved_one_at_a_time(matrix);
    CHECK(moved.cases == 3 + 9);
    CHECK(moved.axes[0].influence_rank == 1.0);
    CHECK(moved.axes[1].quadrant < 1.0);
}

TEST_CASE("moves at random come from the seed alone", "[systemic]") {
    const CrossMatrix matrix{3, {0, 3, 1, 0, 0, 2, 1, 0, 0}};
    const Robustness one = moved_at_random(matrix, {.seed = 5, .draws = 200});
    const Robustness same = moved_at_random(matrix, {.seed = 5, .draws = 200});
    const Robustness other = moved_at_random(matrix, {.seed = 6, .draws = 200});
    CHECK(one.cases == 200);
    CHECK(one.all_quadrants == same.all_quadrants);
    CHECK(one.axes[1].influence_rank == same.axes[1].influence_rank);
    bool differs = false;
    for (std::size_t i = 0; i < 3; ++i) {
        differs = differs || one.axes[i].influence_rank != other.axes[i].influence_rank;
        CHECK(one.axes[i].quadrant > 0);
        CHECK(one.axes[i].quadrant <= 1);
    }
    CHECK(differs);
}

TEST_CASE("every influence moves with one chance in three each way", "[systemic]") {
    // Two axes at 0 and 2: a -> b stays 0 with chance 2/3, is 1 with 1/3; b -> a is 1, 2 or 3. While a -> b is 0 no chain is
    // longer than one link and b is the lever: of 3,000 draws two thirds, standard error 0.0086; five of them: 0.043.
    const Robustness moved = moved_at_random({2, {0, 0, 2, 0}}, {.seed = 1, .draws = 3000});
    // with a -> b at 1 the mean of a swing keeps b first unless b -> a is 1 as well (one in nine: both are relays)
    CHECK(moved.axes[1].quadrant == Approx(8.0 / 9).margin(5 * 0.0058));
    CHECK(moved.axes[1].influence_rank == 1.0);
    CHECK(moved.axes[0].influence_rank == Approx(8.0 / 9).margin(5 * 0.0058));
}

}  // namespace releve::audit
