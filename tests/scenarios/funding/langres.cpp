#include "tests/langres.hpp"

#include "engine/inputs/scenario_reader.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/check_tables.hpp"
#include "scenarios/funding/plan_costs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const std::set<std::string> twelve{
    "tutoring",           "insertion_platform",   "employer_group",   "pre_hiring_training",
    "apprenticeship",     "executive_attraction", "senior_retention", "business_transfer",
    "anticipated_hiring", "working_conditions",   "mobility_support", "interfirm_network"};

constexpr int to_2030 = 18 * 12;

/// Problems of a shipped scenario's costs.
Problems problems_of(const char* file, double places = -1) {
    Problems problems;
    Scenario scenario = read_scenario(std::string(RELEVE_SOURCE_DIR "/scenarios/packs/langres/") + file, problems);
    for (ActionSetting& setting : scenario.actions.at(0).settings) {
        if (places >= 0 && setting.name == "places") {
            setting.value = places;
        }
    }
    const auto bound = bind_actions(scenario, langres(), to_2030, problems);
    REQUIRE(problems.none());
    check_plan_costs(scenario, bound, langres(), to_2030, problems);
    for (const Problem& problem : problems.kept()) {
        UNSCOPED_INFO(problem.where << ": " << problem.what.en);
    }
    return problems;
}

}  // namespace

TEST_CASE("Langres: each of the twelve actions has costs, and conventions that never pass the whole of them",
          "[funding]") {
    const Pack& pack = langres();
    std::set<std::string> priced;
    for (const ActionCost& cost : pack.action_costs) {
        priced.insert(cost.action);
        CHECK_FALSE(cost.source.empty());
    }
    CHECK(priced == twelve);
    for (const std::string& action : twelve) {
        const auto open = open_conventions(action, pack);
        INFO(action);
        CHECK_FALSE(over_financed(open, Month::of(2011, 1), Month::of(2030, 12), pack));
        for (Month month = Month::of(2013, 1); month <= Month::of(2030, 12); month = month + 1) {
            const bool funded = std::any_of(open.begin(), open.end(), [&](std::uint32_t convention) {
                return rate_in(pack.conventions[convention], month) > 0;
            });
            REQUIRE(funded);
        }
    }
}

TEST_CASE("Langres: funding tables agree with the catalogue of actions", "[funding]") {
    Problems problems;
    check_funding_tables(langres(), problems);
    CHECK_NOTHROW(problems.raise());
}

TEST_CASE("Langres: the shipped scenarios fit what is signed, five times the places do not", "[funding]") {
    CHECK(problems_of("tutoring.toml").none());
    CHECK(problems_of("insertion_platform.toml").none());
    const Problems large = problems_of("insertion_platform.toml", 400);
    REQUIRE_FALSE(large.none());
    CHECK_THAT(large.kept().front().what.en, Catch::Contains("is over its ceiling"));
    CHECK_THAT(large.kept().front().where, Catch::Contains("insertion_platform.toml:"));
}

TEST_CASE("Langres: the network is of the size told, within reach", "[funding]") {
    const Pack& pack = langres();
    CHECK(pack.links.size() == 119);
    std::array<int, link_words.size()> by_kind{};
    for (const Link& link : pack.links) {
        ++by_kind[static_cast<std::size_t>(link.kind)];
        const Zone& one = pack.zones[pack.establishments[link.establishment].zone];
        const Zone& other = pack.zones[pack.establishments[link.partner].zone];
        CHECK(std::abs(one.lat - other.lat) < 0.2);  // 20 km are 0.18 degrees
    }
    CHECK(by_kind == std::array{40, 28, 20, 31});
}
