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
    int from_b = 0;     ///< of those, living in zone B
};

/// Who works where in the first state of the tiny pack, with these trips.
Commutes commutes(const std::string& travel, std::uint32_t seed) {
    Files files = tiny_pack();
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
        if (state.persons[person].status == Status::employed && state.inside(person)) {
            const bool away = state.establishments.zone[state.establishment_of(person)] != state.persons[person].zone;
            ++found.residents;
            found.away += away ? 1 : 0;
            found.from_b += away && state.persons[person].zone == 1 ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

// Where no trip costs anything, the residents of a group fall on its posts like any: each post of a zone goes to the
// other's with the other's share of the residents. Where a trip takes a day, people work away only where their own zone
// has no post left for them.
TEST_CASE("the first workers are placed by the trips that the pack tells") {
    int residents = 0, free_trips = 0, long_trips = 0, by_coordinates = 0, one_way = 0, one_way_from_b = 0;
    constexpr int seeds = 40;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        const Commutes free = commutes("ZA,ZB,0\nZB,ZA,0\n", seed);
        residents += free.residents;
        free_trips += free.away;
        long_trips += commutes("ZA,ZB,1440\n", seed).away;  // and back
        by_coordinates += commutes("", seed).away;
        const Commutes to_a = commutes("ZA,ZB,1440\nZB,ZA,0\n", seed);
        one_way += to_a.away;
        one_way_from_b += to_a.from_b;
    }
    INFO(residents << " " << free_trips << " " << by_coordinates << " " << long_trips << " " << one_way << " "
                   << one_way_from_b);
    // 2 of 3 residents live in A, 19 of 24 posts are there: 2/3 * 5/24 + 1/3 * 19/24 of them work away
    const double expected = residents * (2.0 / 3 * 5 / 24 + 1.0 / 3 * 19 / 24);
    CHECK(std::abs(free_trips - expected) < 4 * std::sqrt(expected));
    CHECK(long_trips < by_coordinates);
    CHECK(by_coordinates < free_trips);
    CHECK(one_way_from_b > one_way / 2);
}
