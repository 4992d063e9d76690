#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

TEST_CASE("the inequality of unfilled posts is the mean difference between the communes of two posts") {
    const Plan plan = langres_plan(12);
    Replicate run(plan, langres_start().state, 1, 0);
    while (!run.finished()) {
        run.advance();
    }
    const State& state = run.state();
    std::vector<double> posts(state.inside_zones);
    std::vector<double> unfilled(state.inside_zones);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        posts[state.establishments.zone[state.cells.establishment[CellId{i}]]] += state.cells.posts[CellId{i}];
    }
    for (const PostId post : state.vacancies.members()) {
        const EstablishmentId establishment = state.cells.establishment[state.posts[post].cell];
        const int open = state.month - 1 - state.posts[post].opened;  // the month is over
        unfilled[state.establishments.zone[establishment]] += open >= 3 ? 1 : 0;
    }
    double all = 0;
    double sum = 0;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        all += posts[i];
        for (std::size_t k = 0; k < posts.size(); ++k) {
            if (posts[i] > 0 && posts[k] > 0) {
                sum += posts[i] * posts[k] * std::abs(unfilled[i] / posts[i] - unfilled[k] / posts[k]);
            }
        }
    }
    REQUIRE(sum > 0);
    const ReplicateResult result = run.take_result();
    CHECK(result.values[output_at("unfilled_inequality")].back() ==
          Approx(sum / (all * all)).epsilon(1e-6));  // a float
}
