#include "scenarios/survey/quality/age_structure.hpp"

#include "tests/scenarios/survey/small_survey.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::survey;
using namespace releve::survey::tests;

TEST_CASE("survey: the exact binomial test", "[survey]") {
    // summed in exact fractions of all counts at most as likely
    CHECK(binomial_two_sided(0, 10, 0.5) == Approx(0.001953125).epsilon(1e-12));
    CHECK(binomial_two_sided(2, 10, 0.3) == Approx(0.733172068).epsilon(1e-9));
    CHECK(binomial_two_sided(9, 12, 0.17) == Approx(1.586887879214221e-05).epsilon(1e-9));
    CHECK(binomial_two_sided(85, 437, 0.12) == Approx(8.470627653668755e-06).epsilon(1e-9));
    CHECK(binomial_two_sided(3, 20, 0.15) == Approx(1.0));
    CHECK(binomial_two_sided(250, 500, 0.5) == Approx(1.0));
    CHECK(binomial_two_sided(0, 500, 0.999) == Approx(0.0));  // (1/1000)^500: no number holds it
}

namespace {

/// Metal workers: 20 of 100 are 55 or older.
Pack with_ages() {
    Pack base = small_base();
    base.age_bands = {{"15-54", 15, 54}, {"55-74", 55, 74}};
    base.employment_margins = {{0, 0, -1, 80}, {0, 1, -1, 20}, {0, -1, 0, 100}, {1, 0, -1, 50}};
    return base;
}

}  // namespace

TEST_CASE("survey: ages of an establishment against its sector's", "[survey]") {
    const Pack base = with_ages();
    const Read made = read(small_workbook(), base);
    REQUIRE(made.problems.none());
    // 55 in 2013: born in 1958 or before
    const std::vector<KnownPeople> people{{0, 0, 1958, 1958, -1, -1, 0, 3},
                                          {0, 0, 1959, 1959, -1, -1, 0, 2},
                                          {0, 0, 1955, 1960, -1, -1, 0, 4}};  // these may be either
    const std::vector<AgeTest> tests = age_tests(made.answers, people, base);
    REQUIRE(tests.size() == 1);
    CHECK(tests[0].known == 5);
    CHECK(tests[0].older == 3);
    CHECK(tests[0].expected == Approx(0.2));
    CHECK(tests[0].probability == Approx(binomial_two_sided(3, 5, 0.2)));
}

TEST_CASE("survey: no test where bands do not part at 55, or few are known", "[survey]") {
    Pack base = with_ages();
    const Read made = read(small_workbook(), base);
    const std::vector<KnownPeople> four{{0, 0, 1958, 1958, -1, -1, 0, 4}};
    const std::vector<KnownPeople> five{{0, 0, 1958, 1958, -1, -1, 0, 5}};
    CHECK(age_tests(made.answers, four, base).empty());
    CHECK(age_tests(made.answers, five, base).size() == 1);
    base.age_bands[0] = {"15-59", 15, 59};
    CHECK(age_tests(made.answers, five, base).empty());
}
