#include "engine/inputs/space.hpp"

#include "engine/model/labour/suitability.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

TEST_CASE("distances on the sphere") {
    const double earth = 6371;
    const double degree = earth * 3.14159265358979323846 / 180;
    CHECK(distance_km({0, 0}, {0, 1}) == Approx(degree).epsilon(1e-9));
    CHECK(distance_km({0, 60}, {1, 60}) == Approx(degree / 2).epsilon(1e-4));  // cos 60 = 1/2
    // the arcsine is cut after two terms: relative error 3/40 (d / 2R)^4, 3e-6 at 1,000 km
    CHECK(distance_km({0, 0}, {9, 0}) == Approx(9 * degree).epsilon(3e-6));
    CHECK(distance_km({5.33, 47.86}, {5.33, 47.86}) == 0);
    // Langres to Dijon: 63 km as the crow flies
    CHECK(distance_km({5.3331, 47.8625}, {5.0415, 47.3220}) == Approx(63.9).epsilon(0.02));
}

TEST_CASE("the commuting kernel is symmetric, 1 at home, and falls by exp(-1) at its scale") {
    const std::vector<Zone>& zones = langres().zones;
    const std::vector<double> kernel = commuting_kernel(langres(), {.scale = 15});
    REQUIRE(kernel.size() == zones.size() * zones.size());
    double largest = 0;
    for (std::size_t a = 0; a < zones.size(); ++a) {
        CHECK(kernel[a * zones.size() + a] == Approx(1));
        for (std::size_t b = 0; b < zones.size(); ++b) {
            const double expected = std::exp(-distance_km(zones[a], zones[b]) / 15);
            largest = std::max(largest, std::abs(kernel[a * zones.size() + b] - expected));
            largest = std::max(largest, std::abs(kernel[a * zones.size() + b] - kernel[b * zones.size() + a]));
        }
    }
    CHECK(largest < 1e-12);
}

TEST_CASE(
    "a trip told counts as km as the crow flies: by its detour, its speed, or the way back; else coordinates do") {
    Pack pack;
    pack.zones = {{0, 0}, {0, 1}, {0, 2}};
    const Commuting commuting{.scale = 20, .detour = 1.25, .speed = 60};
    const double apart = distance_km(pack.zones[0], pack.zones[1]);
    CHECK(commuting_km(pack, commuting, 0, 1) == apart);
    constexpr double none = Travel::not_told;
    pack.travel.told = {0, 30, none, none, 0, none, none, 10, 0};
    CHECK(commuting_km(pack, commuting, 0, 1) == Approx(24));  // 30 km by road / 1.25
    CHECK(commuting_km(pack, commuting, 1, 0) == Approx(24));  // the way back is told
    CHECK(commuting_km(pack, commuting, 2, 1) == Approx(8));
    CHECK(commuting_km(pack, commuting, 0, 2) == distance_km(pack.zones[0], pack.zones[2]));  // neither way is
    CHECK(commuting_km(pack, commuting, 1, 1) == 0);
    pack.travel.in_minutes = true;
    CHECK(commuting_km(pack, commuting, 0, 1) == Approx(24));  // 30 min at 60 km/h are 30 km
    CHECK(commuting_km(pack, {.scale = 20, .detour = 1.25, .speed = 40}, 0, 1) == Approx(16));
    pack.travel.told[1 * 3] = 50;  // the two ways differ
    const std::vector<double> kernel = commuting_kernel(pack, commuting);
    CHECK(kernel[0 * 3 + 1] == Approx(std::exp(-24.0 / 20)));
    CHECK(kernel[1 * 3 + 0] == Approx(std::exp(-40.0 / 20)));
}

TEST_CASE("proximity of occupations: symmetric, in [0, 1], 1 to itself, 0 without a common competence") {
    const Pack& pack = langres();
    const std::size_t occupations = pack.occupations.size();
    const std::vector<double> proximity = occupation_proximity(pack);
    int wrong = 0;
    for (std::size_t a = 0; a < occupations; ++a) {
        wrong += proximity[a * occupations + a] == 1.0 ? 0 : 1;
        for (std::size_t b = 0; b < occupations; ++b) {
            const double near = proximity[a * occupations + b];
            wrong += near >= 0 && near <= 1 ? 0 : 1;
            wrong += std::abs(near - proximity[b * occupations + a]) < 1e-12 ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
    Pack small;
    for (const char* code : {"a", "b", "c"}) {
        small.occupations.add(code, {}, "");
        small.competences.add(code, {}, "");
    }
    small.profiles = {{{0, 1, true}, {1, 1, true}}, {{0, 1, true}}, {{2, 0.5F, true}}};
    const std::vector<double> found = occupation_proximity(small);
    CHECK(found[1] == Approx(std::sqrt(0.5)));  // (1, 1, 0) . (1, 0, 0) / sqrt(2)
    CHECK(found[2] == 0);
    CHECK(found[8] == 1);
}

TEST_CASE("what a person can do in another occupation is the own mastery times the proximity") {
    const std::vector<double> proximity{1, 0.5, 0.1, 0.5, 1, 0, 0.1, 0, 1};
    const Abilities can{.occupation = 0, .second_occupation = 2, .mastery = 0.8F, .second_mastery = 0.6F};
    CHECK(mastery_for(can, proximity, 3, 0) == 0.8F);
    CHECK(mastery_for(can, proximity, 3, 1) == Approx(0.4));
    CHECK(mastery_for(can, proximity, 3, 2) == 0.6F);  // practised before: better than 0.08 carried over
}
