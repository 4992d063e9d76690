#include "scenarios/funding/plan_costs.hpp"

#include "scenarios/funding/check_tables.hpp"
#include "tests/scenarios/funding/small_funding.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int horizon = 24;

std::vector<Problem> problems_of(const Pack& pack, std::vector<ActionEntry> entries) {
    Scenario scenario;
    scenario.actions = std::move(entries);
    Problems problems;
    const std::vector<Intervention> bound = bind_actions(scenario, pack, horizon, problems);
    REQUIRE(problems.none());
    check_plan_costs(scenario, bound, pack, horizon, problems);
    return problems.kept();
}

void check_one(const std::vector<Problem>& problems, const std::string& where, const std::string& en,
               const std::string& fr) {
    for (const Problem& problem : problems) {
        UNSCOPED_INFO(problem.where << ": " << problem.what.en << " | " << problem.what.fr);
    }
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().where == where);
    CHECK_THAT(problems.front().what.en, Catch::Contains(en));
    CHECK_THAT(problems.front().what.fr, Catch::Contains(fr));
}

ActionEntry pairs_of_2013(double pairs) {
    return entry_of("tutoring", Month::of(2013, 1), Month::of(2013, 12), {{"pairs", pairs}, {"duration", 6}});
}

}  // namespace

TEST_CASE("a plan at full capacity: months, beginnings and opening by year", "[funding]") {
    const Action& tutoring = action_named("tutoring");
    std::vector<double> settings;
    for (const Parameter& parameter : tutoring.parameters) {
        settings.push_back(parameter.name == "pairs" ? 30 : parameter.name == "duration" ? 6 : parameter.value);
    }
    const Calendar calendar{Month::of(2013, 1)};
    const auto years = planned_volumes(tutoring, settings, 8, 40, calendar, horizon);
    REQUIRE(years.size() == 2);
    CHECK(years[0] == Volume{20, 120, 20, 4});  // September to December: 30 pairs, 5 of them new each month
    CHECK(years[1][0] == Approx(60));
    CHECK(years[1][3] == 12);  // the run ends before the action
}

TEST_CASE("a plan within its conventions is sound", "[funding]") {
    Pack pack = small_funding();
    // 12 pairs of 6 months: 2 begin each month; training 2 * 0.5 * 300 = 300 EUR a month, a quarter of it for nine months
    pack.conventions[state_2013].ceiling = 0.25 * 300 * 9;
    CHECK(problems_of(pack, {pairs_of_2013(12)}).empty());
}

TEST_CASE("a planned cost over a ceiling is refused at the line of the largest action", "[funding]") {
    Pack pack = small_funding();
    pack.conventions[state_2013].ceiling = 1000;
    // training 600 EUR a month, of which 25 % in nine months: 1350; the platform 1000 EUR a month: 2250
    ActionEntry platform = entry_of("insertion_platform", Month::of(2013, 1), Month::of(2013, 12), {{"places", 0}});
    platform.where = "plan.toml:20";
    check_one(problems_of(pack, {pairs_of_2013(24), platform}), "plan.toml:20",
              "convention state_2013: its share of the planned cost (3,600 EUR from 2013-01 to 2013-09) is over its "
              "ceiling (1,000 EUR): insertion_platform 2,250 EUR, tutoring 1,350 EUR (a plan must fit what is signed) "
              "lower the "
              "capacity of insertion_platform, or leave the convention out",
              "dépasse son plafond (1\u202f000\u00a0€)");
    ActionEntry without = pairs_of_2013(24);
    without.conventions = {"europe_2013"};
    platform.conventions = {"europe_2013"};
    CHECK(problems_of(pack, {without, platform}).empty());
}

TEST_CASE("conventions of an action: unknown, not open to it, twice, more than the cost", "[funding]") {
    Pack pack = small_funding();
    pack.conventions[europe_2013].actions = {"insertion_platform"};
    ActionEntry entry = pairs_of_2013(10);
    entry.places = {{"conventions", "plan.toml:12"}};
    CHECK(problems_of(pack, {entry}).empty());
    entry.conventions = {"stat_2013"};
    check_one(problems_of(pack, {entry}), "plan.toml:12 conventions", "did you mean \"state_2013\"?",
              "vouliez-vous dire");
    entry.conventions = {"europe_2013"};
    check_one(problems_of(pack, {entry}), "plan.toml:12 conventions", "europe_2013 is not open to tutoring",
              "n'est pas ouverte à tutoring");
    entry.conventions = {"state_2013", "state_2013"};
    check_one(problems_of(pack, {entry}), "plan.toml:12 conventions", "named twice", "nommée deux fois");
    pack.conventions[state_2013].rate = 0.7;
    pack.conventions[europe_2013].actions = {};
    entry.conventions = {};
    check_one(problems_of(pack, {entry}), "plan.toml:12 conventions",
              "rates that add up to 1.2 in 2013-07: state_2013 0.7, europe_2013 0.5", "de somme 1.2 en 2013-07");
}

TEST_CASE("a scheme is known, of the action, open, and its rules are kept", "[funding]") {
    const Pack pack = small_funding();
    ActionEntry entry = entry_of("tutoring", Month::of(2013, 3), Month::of(2014, 6), {{"senior_age", 57}});
    entry.scheme = "generation";
    CHECK(problems_of(pack, {entry}).empty());
    ActionEntry other = entry;
    other.scheme = "generations";
    check_one(problems_of(pack, {other}), "plan.toml:10 scheme", "did you mean \"generation\"?", "dispositif inconnu");
    other = entry_of("insertion_platform", Month::of(2013, 3), Month::of(2014, 6));
    other.scheme = "generation";
    check_one(problems_of(pack, {other}), "plan.toml:10 scheme", "generation is a scheme of tutoring",
              "de l'action tutoring");
    other = entry;
    other.start = Month::of(2013, 2);
    check_one(problems_of(pack, {other}), "plan.toml:10 start", "generation opens in 2013-03", "ouvre en 2013-03");
    other = entry;
    other.end = Month::of(2014, 7);
    check_one(problems_of(pack, {other}), "plan.toml:10 end", "generation is open until 2014-06", "jusqu'en 2014-06");
    other = entry;
    other.settings[0].value = 55.0;
    check_one(problems_of(pack, {other}), "plan.toml:11 senior_age",
              "senior_age is 55, but generation asks for at least 57", "demande au moins 57");
}

TEST_CASE("a scheme gives defaults, a scenario what it says itself", "[funding]") {
    Pack pack = small_funding();
    pack.scheme_rules.push_back({.scheme = 0, .setting = "senior_age", .rule = RuleKind::default_value, .value = 58});
    const auto senior_age = [&](const char* scheme, std::vector<std::pair<std::string, double>> numbers) {
        Scenario scenario;
        scenario.actions = {entry_of("tutoring", Month::of(2013, 3), Month::of(2014, 6), std::move(numbers))};
        scenario.actions[0].scheme = scheme;
        Problems problems;
        const auto bound = bind_actions(scenario, pack, horizon, problems);
        REQUIRE(problems.none());
        for (std::size_t i = 0; i < bound[0].settings.size(); ++i) {
            if (action_named("tutoring").parameters[i].name == "senior_age") {
                return bound[0].settings[i];
            }
        }
        return 0.0;
    };
    CHECK(senior_age("", {}) == 50);
    CHECK(senior_age("generation", {}) == 58);
    CHECK(senior_age("generation", {{"senior_age", 60}}) == 60);
}

TEST_CASE("tables that name actions or settings outside the catalogue", "[funding]") {
    Pack pack = small_funding();
    Problems none;
    check_funding_tables(pack, none);
    CHECK(none.none());
    pack.action_costs[0].action = "tutering";
    pack.conventions[1].actions = {"tutoring", "nothing_at_all"};
    pack.scheme_rules.push_back(
        {.scheme = 0, .setting = "senior_ages", .rule = RuleKind::most, .value = 60, .where = "scheme_rules.csv:3"});
    pack.scheme_rules.push_back(
        {.scheme = 0, .setting = "senior_age", .rule = RuleKind::most, .value = 99, .where = "scheme_rules.csv:4"});
    pack.schemes.push_back({.code = "x", .action = "tutorings", .where = "schemes.csv:3"});
    Problems problems;
    check_funding_tables(pack, problems);
    REQUIRE(problems.count() == 5);
    CHECK(problems.kept()[0].where == "conventions.csv:3 actions");
    CHECK(problems.kept()[1].where == "schemes.csv:3 action");
    CHECK_THAT(problems.kept()[1].what.en, Catch::Contains("did you mean \"tutoring\"?"));
    CHECK(problems.kept()[2].where == "scheme_rules.csv:3 setting");
    CHECK_THAT(problems.kept()[2].what.fr, Catch::Contains("vouliez-vous dire «\u00a0senior_age\u00a0»"));
    CHECK(problems.kept()[3].where == "scheme_rules.csv:4 value");
    CHECK_THAT(problems.kept()[3].what.en, Catch::Contains("99 is out of range"));
    CHECK(problems.kept()[4].where == "action_costs.csv:2 action");
}
