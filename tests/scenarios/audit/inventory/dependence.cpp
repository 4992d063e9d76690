#include "scenarios/audit/inventory/dependence.hpp"

#include "tests/langres.hpp"
#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace releve::audit {

// Establishment 0 (zone 0, sector 0): two posts of occupation 0, one of occupation 1. Establishment 1 (zone 1, sector 1): two
// of occupation 0. Occupation 0 asks competence 0, occupation 1 competence 1 (and a quarter of competence 0).
TEST_CASE("Shares and concentration are those worked out by hand", "[dependence]") {
    Pack pack = pack_by_hand();
    const auto of = [&](DependenceOf what, double level = 0.5) { return dependence_on_employers(pack, what, level); };
    const std::vector<Dependence> territory = of(DependenceOf::territory);
    REQUIRE(territory.size() == 1);
    CHECK(territory[0].employers == 2);
    CHECK(territory[0].posts == 5);
    CHECK(territory[0].largest == 0);
    CHECK(territory[0].largest_share == Approx(0.6));
    CHECK(territory[0].herfindahl == Approx(0.36 + 0.16));
    const std::vector<Dependence> occupations = of(DependenceOf::occupation);
    REQUIRE(occupations.size() == 2);  // nobody does the third
    CHECK(occupations[0].unit == 1);   // the most dependent first
    CHECK(occupations[0].herfindahl == 1);
    CHECK(occupations[1].largest_share == 0.5);
    CHECK(occupations[1].largest == 0);  // the first among equals
    CHECK(occupations[1].herfindahl == 0.5);
    const std::vector<Dependence> competences = of(DependenceOf::competence);
    REQUIRE(competences.size() == 2);
    CHECK(competences[0].unit == 1);
    CHECK(competences[1].posts == 4);
    CHECK(of(DependenceOf::competence, 0.2)[1].posts == 5);  // asked at a lower level too
    pack.posts[1].posts = 0;
    CHECK(of(DependenceOf::occupation).size() == 1);
    CHECK(of(DependenceOf::zone)[0].employers == 1);
}

TEST_CASE("A closure strikes those who work there, where they live", "[dependence]") {
    Pack pack = pack_by_hand();
    pack.links = {{1, 0, LinkKind::size}};
    const State state = tests::small_state();
    const Struck owner_and_two = struck_by_closure(pack, state, 0, 0.5);
    CHECK(owner_and_two.people == 3);
    CHECK(owner_and_two.from_55 == 1);
    REQUIRE(owner_and_two.homes.size() == 1);  // all live in zone 0
    CHECK(owner_and_two.homes[0].people == 3);
    CHECK(owner_and_two.homes[0].share == Approx(0.6));
    REQUIRE(owner_and_two.occupations.size() == 2);
    CHECK(owner_and_two.occupations[0].unit == 0);
    CHECK(owner_and_two.occupations[0].share == Approx(0.5));
    CHECK(owner_and_two.occupations[1].share == 1);
    CHECK(owner_and_two.competences == std::vector<std::uint32_t>{1});  // competence 0 is asked elsewhere too
    CHECK(owner_and_two.partners == std::vector<std::uint32_t>{1});
    CHECK(struck_by_closure(pack, state, 1, 0.5).competences.empty());
    CHECK(struck_by_closure(pack, state, 1, 0.5).partners == std::vector<std::uint32_t>{0});
}

TEST_CASE("Langres: every cut holds the posts of the territory", "[dependence]") {
    const Pack& pack = tests::langres();
    const auto posts = [&](DependenceOf what) {
        const std::vector<Dependence> all = dependence_on_employers(pack, what, 0.5);
        return std::accumulate(all.begin(), all.end(), 0.0,
                               [](double sum, const Dependence& one) { return sum + one.posts; });
    };
    CHECK(posts(DependenceOf::territory) == 17238);
    CHECK(posts(DependenceOf::zone) == 17238);
    CHECK(posts(DependenceOf::sector) == 17238);
    CHECK(posts(DependenceOf::occupation) == 17238);
    for (const Dependence& one : dependence_on_employers(pack, DependenceOf::occupation, 0.5)) {
        CHECK(one.herfindahl >= 1.0 / one.employers - 1e-12);  // equal shares have the least
        CHECK(one.herfindahl <= one.largest_share + 1e-12);    // and the largest share bounds it
    }
    const State& state = tests::langres_start().state;
    const Struck struck =
        struck_by_closure(pack, state, dependence_on_employers(pack, DependenceOf::territory, 0.5)[0].largest, 0.5);
    CHECK(struck.people == 437);
    const auto people = [](const std::vector<Struck::Part>& parts) {
        return std::accumulate(parts.begin(), parts.end(), 0.0,
                               [](double sum, const Struck::Part& one) { return sum + one.people; });
    };
    CHECK(people(struck.homes) == 437);
    CHECK(people(struck.occupations) == 437);
}

}  // namespace releve::audit
