#include "scenarios/audit/crossing/contradictions.hpp"

#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::audit;

namespace {

/// One audited establishment with one score on one axis.
Pack pack_with(std::string axis, int score) {
    Pack pack;
    pack.calendar = Calendar{Month::of(2013, 1)};
    pack.audit_axes.add(std::move(axis), {"axis", "axe"}, "");
    pack.establishments.push_back({.id = "A"});
    pack.audits.push_back({.establishment = 0, .axis = 0, .score = score});
    return pack;
}

/// Names of the rules that find something, over replicates of which each has these figures.
std::set<std::string_view> found(const Pack& pack, const std::vector<Figures>& replicates) {
    std::vector<std::vector<Figures>> all;
    for (const Figures& one : replicates) {
        all.push_back({one});
    }
    std::set<std::string_view> names;
    for (const Contradiction& one : contradictions_of(pack, all)) {
        names.insert(one.rule->name);
    }
    return names;
}

const Figures ageing{.workers = 20, .under_30 = 1, .from_55 = 7};
const Figures young{.workers = 20, .under_30 = 8, .from_55 = 0};

}  // namespace

TEST_CASE("a strong score is belied by the figures it should be against, a weak one by their opposite") {
    CHECK(found(pack_with("succession", 3), {ageing}) == std::set<std::string_view>{"ageing_said_ready"});
    CHECK(found(pack_with("succession", 3), {young}).empty());
    CHECK(found(pack_with("succession", 1), {young}) == std::set<std::string_view>{"young_said_ageing"});
    CHECK(found(pack_with("succession", 1), {ageing}).empty());
    CHECK(found(pack_with("succession", 2), {ageing}).empty());  // claims nothing
    CHECK(found(pack_with("transmission", 4), {ageing}).empty());
}

TEST_CASE("what is drawn of people nobody surveyed belies nothing about skills and tenures") {
    const Figures idle{.workers = 20, .recent = 16, .recent_expected = 8, .asked = 10, .unheld = 4};
    Figures known = idle;
    known.surveyed = true;
    CHECK(found(pack_with("competences", 4), {idle}).empty());
    CHECK(found(pack_with("competences", 4), {known}) == std::set<std::string_view>{"unheld_said_mastered"});
    CHECK(found(pack_with("people_management", 4), {idle}).empty());
    CHECK(found(pack_with("people_management", 4), {known}) == std::set<std::string_view>{"turnover_said_stable"});
}

TEST_CASE("few people, and an answer not given, belie nothing") {
    CHECK(found(pack_with("succession", 4), {{.workers = 4, .from_55 = 4}}).empty());
    CHECK(found(pack_with("recruitment", 4), {{.workers = 20, .planned = 2, .planned_difficult = 2}}).empty());
    CHECK(found(pack_with("succession", 4), {{.workers = 2, .owner_age = 0}}).empty());
    CHECK(found(pack_with("succession", 4), {{.workers = 2, .owner_age = 61}}) ==
          std::set<std::string_view>{"old_owner_said_ready"});
}

TEST_CASE("the young half as many as the seniors are enough to follow them") {
    CHECK(found(pack_with("succession", 4), {{.workers = 20, .under_30 = 4, .from_55 = 8}}).empty());
    CHECK(found(pack_with("succession", 4), {{.workers = 20, .under_30 = 3, .from_55 = 8}}).size() == 1);
}

TEST_CASE("people are known where a survey tells most of them: one of twenty does not speak for the house") {
    Pack pack = pack_with("people_management", 4);
    pack.establishments[0].posts = 20;
    pack.workers = {{.establishment = 0, .persons = 3}, {.establishment = 0, .persons = 7}};
    CHECK(people_told(pack, 0) == 10);
    CHECK_FALSE(figures_of(pack, State{}, {}).front().surveyed);
    pack.workers.push_back({.establishment = 0});
    CHECK(figures_of(pack, State{}, {}).front().surveyed);
}

TEST_CASE("what is drawn must disagree in four replicates of five") {
    const Pack pack = pack_with("succession", 3);
    CHECK(found(pack, {ageing, ageing, ageing, ageing, young}).size() == 1);
    CHECK(found(pack, {ageing, ageing, ageing, young, young}).empty());
}

TEST_CASE("figures of the audited establishments of Langres agree with its tables") {
    const Pack& pack = tests::langres();
    const State& first = tests::langres_start().state;
    const HolderRules rules(pack, 0.5);
    const std::vector<std::uint32_t> nobody(first.cells.size(), 0);
    const std::vector<Figures> all = figures_of(pack, first, holdings_of(first, rules, nobody));
    REQUIRE(all.size() == 30);
    for (const Figures& one : all) {
        const EstablishmentRow& row = pack.establishments[one.establishment];
        CHECK(row.audited);
        CHECK(one.workers == row.posts);  // at the start vacancies come on top of the posts
        CHECK(one.under_30 + one.from_55 <= one.workers);
        CHECK(one.unheld == one.asked);
        CHECK(one.recent_expected > 0);
        CHECK((one.owner_age == 0) == (row.owner_birth_year == 0));
    }
}
