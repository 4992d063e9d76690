#include "scenarios/compare/openings.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace releve::compare {

TEST_CASE("job openings and those who fill them add up") {
    // 1,000 people in post become 980 in 4 years while 100 retire: 80 openings, of which 50 young, 30 - 10 from outside and
    // 6 from other occupations fill 76; 4 are left to people without a post, 0.4 % of the base
    const Blocks blocks = blocks_of({.before = 1000,
                                     .after = 980,
                                     .career_ends = 100,
                                     .young = 50,
                                     .from_outside = 30,
                                     .to_outside = 10,
                                     .other_occupations = 6},
                                    4);
    // whole numbers over 4: exact
    CHECK(blocks.net_creations == -5);
    CHECK(blocks.career_ends == 25);
    CHECK(blocks.openings == 20);
    CHECK(blocks.young == 12.5);
    CHECK(blocks.from_away == 5);
    CHECK(blocks.from_others == 1.5);
    CHECK(blocks.rest == 1);
    CHECK(blocks.imbalance == Approx(0.004).epsilon(1e-15));
    CHECK(std::isnan(blocks_of({}, 1).imbalance));
}

}  // namespace releve::compare
