#include "scenarios/compare/target.hpp"

#include "engine/base/error.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace releve::compare {

TEST_CASE("a target is judged replicate by replicate, on the side of its sign") {
    const std::vector<double> reference{100, 200, 100, 0};
    const std::vector<double> plan{94, 190, 96, 5};  // -6 %, -5 %, -4 %, undefined
    const TargetReached fall = probability_of_target(reference, plan, -0.05);
    CHECK(fall.probability.mean == Approx(2.0 / 3).epsilon(1e-15));
    CHECK(fall.change.mean == Approx(-0.05).epsilon(1e-14));  // three quotients and a sum
    CHECK(probability_of_target(reference, plan, 0.05).probability.mean == 0);
    CHECK(probability_of_target(plan, reference, 0.05).probability.mean == Approx(0.5));  // 6.4, 5.3, 4.2, -100 %
    CHECK(std::isnan(probability_of_target({}, {}, -0.1).probability.mean));
    CHECK_THROWS_AS(probability_of_target(reference, plan, 0), ModelError);
    CHECK_THROWS_AS(probability_of_target(reference, std::vector{1.0}, -0.1), ModelError);
}

}  // namespace releve::compare
