#include "engine/model/holders.hpp"

#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

TEST_CASE("holders of a competence are people of mastery in occupations that ask it enough") {
    Pack pack;
    pack.occupations.add("fitter", {}, "");
    pack.occupations.add("clerk", {}, "");
    for (const char* competence : {"welding", "files", "drawing"}) {
        pack.competences.add(competence, {}, "");
    }
    pack.profiles = {{{0, 0.9F}, {2, 0.4F}}, {{1, 0.5F}, {2, 0.5F}}};  // drawing: too little asked of fitters
    State state;
    state.practice = {{0.0F, 0.0F}, {0.0F, 0.0F}, 0.0F};
    add_establishment(state, 0, 0);
    add_cell(state, 0, 3);
    add_cell(state, 1, 2);
    add_worker(state, PostId{0}, Contract::open_ended, 50, 0.9F);
    add_worker(state, PostId{1}, Contract::open_ended, 30, 0.69F);  // still learning
    add_worker(state, PostId{3}, Contract::open_ended, 40, 0.8F);
    add_establishment(state, 0, 0);
    add_cell(state, 0, 1);  // vacant
    const Holders holders = holders_of(state, pack);
    CHECK(holders.asked == std::vector<std::uint16_t>{3, 2, 2, 1, 0, 0});
    CHECK(holders.held == std::vector<std::uint16_t>{1, 1, 1, 0, 0, 0});
    std::vector<double> single(3, 0.0), none(3, 0.0);
    count_establishments(holders, 1, single);
    count_establishments(holders, 0, none);
    CHECK(single == std::vector<double>{1, 1, 1});
    CHECK(none == std::vector<double>{1, 0, 0});
}
