#include "engine/inputs/pack_reader.hpp"
#include "engine/synthesis/parameters.hpp"
#include "engine/synthesis/synthesise.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

struct Commutes {
    int residents = 0;  ///< in a post of the territory
    int away = 0;       ///< of them, in another zone than their own
    int from_x = 0;     ///< in a post here, living in the outside zone X
    int from_y = 0;     ///< the same for Y, as large and at the same place
};

/// Who works where in the first state of the tiny pack, with these trips.
Commutes commutes(const std::string& travel, std::uint32_t seed) {
    Files files = tiny_pack();
    files["zones.csv"] += "ZY,Plus loin,outside,5.04,47.32,150000\n";
    if (!travel.empty()) {
        files["travel.csv"] = "from_zone,to_zone,minutes\n" + travel;
    }
    const ScratchDirectory directory;
    write_pack(directory, files);
    Problems problems;
    std::vector<Text> notes;
    const Pack pack = read_pack(directory.path(), problems, notes);
    problems.raise();
    std::vector<double> values;
    for (const Parameter& parameter : synthesis_parameters()) {
        values.push_back(parameter.value);
    }
    SynthesisReport report;
    const State state = synthesise(pack, values, seed, report);
    Commutes found;
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        const PersonId person{i};
        const std::uint16_t home = state.persons[person].zone;
        if (state.persons[person].status == Status::employed) {
            const bool away = state.establishments.zone[state.establishment_of(person)] != home;
            found.residents += state.inside(person) ? 1 : 0;
            found.away += away && state.inside(person) ? 1 : 0;
            found.from_x += home == 2 ? 1 : 0;
            found.from_y += home == 3 ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

// Where no trip costs anything, the residents of a group fall on its posts like any: each post of a zone goes to the
// other's with the other's share of the residents. Where a trip takes a day, people work away only where their own zone
// has no post left for them.
TEST_CASE("the first workers are placed by the trips that the pack tells") {
    int residents = 0, free_trips = 0, long_trips = 0, by_coordinates = 0;
    constexpr int seeds = 40;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        const Commutes free = commutes("ZA,ZB,0\nZB,ZA,0\n", seed);
        residents += free.residents;
        free_trips += free.away;
        long_trips += commutes("ZA,ZB,1440\n", seed).away;  // and back
        by_coordinates += commutes("", seed).away;
    }
    INFO(residents << " " << free_trips << " " << by_coordinates << " " << long_trips);
    // 2 of 3 residents live in A, 19 of 24 posts are there: 2/3 * 5/24 + 1/3 * 19/24 of them work away
    const double expected = residents * (2.0 / 3 * 5 / 24 + 1.0 / 3 * 19 / 24);
    CHECK(std::abs(free_trips - expected) < 4 * std::sqrt(expected));
    CHECK(long_trips < by_coordinates);
    CHECK(by_coordinates < free_trips);
}

// A day from work to home does not count, a day from home to work does: all come from where the way in is short.
TEST_CASE("commuters come from outside by the way in, not by the way back") {
    int from_x = 0, from_y = 0, even_x = 0, even_y = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Commutes found =
            commutes("ZX,ZA,0\nZX,ZB,0\nZA,ZX,1440\nZB,ZX,1440\nZY,ZA,1440\nZY,ZB,1440\nZA,ZY,0\nZB,ZY,0\n", seed);
        from_x += found.from_x;
        from_y += found.from_y;
        const Commutes even = commutes("", seed);
        even_x += even.from_x;
        even_y += even.from_y;
    }
    CHECK(from_x > 0);
    CHECK(from_y == 0);
    CHECK(even_x > 0);
    CHECK(even_y > 0);
}
