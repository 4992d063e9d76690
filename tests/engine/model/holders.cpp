#include "engine/model/holders.hpp"

#include "engine/model/skills_at_work.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

/// Fitters are asked welding (and a little drawing), clerks files and drawing.
Pack shop() {
    Pack pack;
    pack.occupations.add("fitter", {}, "");
    pack.occupations.add("clerk", {}, "");
    for (const char* competence : {"welding", "files", "drawing"}) {
        pack.competences.add(competence, {}, "");
    }
    pack.profiles = {{{0, 0.9F}, {2, 0.4F}}, {{1, 0.5F}, {2, 0.5F}}};
    return pack;
}

/// An establishment with three fitters' posts and two clerks', one of each vacant; another with a vacant fitter's post.
State workshop() {
    State state;
    state.practice = {{0.0F, 0.0F}, {0.0F, 0.0F}, 0.0F};
    add_establishment(state, 0, 0);
    add_cell(state, 0, 3);
    add_cell(state, 1, 2);
    add_worker(state, PostId{0}, Contract::open_ended, 50, 0.9F);
    add_worker(state, PostId{1}, Contract::open_ended, 30, 0.69F);  // still learning
    add_worker(state, PostId{3}, Contract::open_ended, 40, 0.8F);
    add_establishment(state, 0, 0);
    add_cell(state, 0, 1);
    return state;
}

/// (establishment, competence, people) of each.
std::vector<std::array<std::uint32_t, 3>> told(const std::vector<Holding>& holdings) {
    std::vector<std::array<std::uint32_t, 3>> all;
    for (const Holding& one : holdings) {
        all.push_back({one.establishment.value, one.competence, one.people});
    }
    return all;
}

using Told = std::vector<std::array<std::uint32_t, 3>>;

}  // namespace

TEST_CASE("holders of a competence are people of mastery in occupations that ask it enough") {
    const Pack pack = shop();
    const State state = workshop();
    const SkillsAtWork skills = skills_at_work(state, 0.7);
    CHECK(skills.experts == std::vector<std::uint32_t>{1, 1, 0});
    CHECK(skills.mastery[0] == Approx(0.9 + 0.69));
    CHECK(skills.know_how == Approx(3 * 0.5));
    const std::vector<Holding> holdings = holdings_of(state, HolderRules(pack, 0.5), skills.experts);
    CHECK(told(holdings) == Told{{0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {1, 0, 0}});
    const HolderCounts counts = counts_of(holdings, 3);
    CHECK(counts.people == std::vector<std::uint32_t>{1, 1, 1});
    CHECK(counts.single == std::vector<std::uint32_t>{1, 1, 1});
    CHECK(counts.none == std::vector<std::uint32_t>{1, 0, 0});
    // asked less strictly, fitters count for drawing too; asked of people who master less, one more welds
    const SkillsAtWork lenient = skills_at_work(state, 0.6);
    const std::vector<Holding> more = holdings_of(state, HolderRules(pack, 0.4), lenient.experts);
    CHECK(told(more) == Told{{0, 0, 2}, {0, 2, 3}, {0, 1, 1}, {1, 0, 0}, {1, 2, 0}});
}

TEST_CASE("a competence is lost with its last holder, with its posts, or with the establishment") {
    const Pack pack = shop();
    const HolderRules rules(pack, 0.5);
    const auto now = [&](const State& state) { return holdings_of(state, rules, skills_at_work(state, 0.7).experts); };
    State state = workshop();
    add_worker(state, PostId{5}, Contract::open_ended, 40, 0.9F);
    const std::vector<Holding> first = now(state);
    CHECK(lost_since(first, now(state), 3).empty());
    state.persons[PersonId{0}].mastery = 0.5F;  // the only welder of mastery there; drawing is the clerk's
    CHECK(told(lost_since(first, now(state), 3)) == Told{{0, 0, 1}});
    state.cells.posts[CellId{1}] = 0;  // no clerk's post any more
    CHECK(told(lost_since(first, now(state), 3)) == Told{{0, 0, 1}, {0, 1, 1}, {0, 2, 1}});
    state.cells.posts[CellId{2}] = 0;  // closed
    CHECK(told(lost_since(first, now(state), 3)).size() == 4);
    CHECK(lost_since(now(state), first, 3).empty());  // what was held by nobody cannot be lost
}

TEST_CASE("what an establishment has too much of makes up for what it lacks of the same competence, and only there") {
    const Pack pack = shop();
    const State state = workshop();  // cells of 3 and 2 posts in one establishment, of 1 in another
    const auto shortages = [&](const std::vector<double>& mastery) {
        std::vector<double> shortage(3, 0.0);
        competence_shortages(state, pack, mastery, shortage);
        return shortage;
    };
    const std::vector<double> lacking = shortages({2, 1, 0.5});  // 1 fitter and 1 clerk lack here, half a fitter there
    CHECK(lacking[0] == Approx(0.9 * 1.5));
    CHECK(lacking[1] == Approx(0.5));
    CHECK(lacking[2] == Approx(0.4 * 1.5 + 0.5));
    const std::vector<double> netted = shortages({4, 1, 0.5});  // a fitter too many here
    CHECK(netted[0] == Approx(0.9 * 0.5));
    CHECK(netted[1] == Approx(0.5));
    CHECK(netted[2] == Approx((0.5 - 0.4) + 0.4 * 0.5));
    const CompetenceBalance balance = competence_balance(state, pack, std::vector<double>{2, 1, 0.5});
    CHECK(balance.required[2] == Approx(0.4 * 4 + 0.5 * 2));
    CHECK(balance.available[2] == Approx(0.4 * 2.5 + 0.5));
}
