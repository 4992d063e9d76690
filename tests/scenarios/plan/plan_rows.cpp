#include "scenarios/plan/plan_rows.hpp"

#include "scenarios/plan/plan_views.hpp"
#include "scenarios/report/typography.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

using namespace releve;
using namespace releve::committee;

namespace {

/// A territory's name and first month are all that the table needs of a pack.
Pack small_pack() {
    Pack pack;
    pack.name = {"Small land", "Petit pays"};
    pack.calendar.start = Month::of(2013, 1);
    return pack;
}

ActionEntry entry_of(std::string type, std::string term = "") {
    ActionEntry entry;
    entry.type = std::move(type);
    entry.term = std::move(term);
    entry.where = "plan.toml:3";
    return entry;
}

Scenario sample() {
    Scenario scenario;
    scenario.id = "plan";
    scenario.name = {"balanced plan", "plan équilibré"};
    scenario.plan_start = Month::of(2013, 9);
    scenario.actions.push_back(entry_of("tutoring"));
    ActionEntry platform = entry_of("insertion_platform", "short");
    platform.start = Month::of(2013, 9);
    platform.end = Month::of(2014, 8);
    platform.lead = "Mission locale du Sud haut-marnais et de ses environs immédiats";
    platform.indicator = "unfilled_posts";
    platform.target = -0.05;
    platform.review = Month::of(2014, 6);
    platform.conventions = {"DIRECCTE", "FSE"};
    platform.settings = {{"places", 40.0, false, "plan.toml:5"}, {"longest", 12.0, true, "plan.toml:6"}};
    scenario.actions.push_back(platform);
    return scenario;
}

}  // namespace

TEST_CASE("rows hold what the scenario says, else what the record says", "[plan]") {
    const PlanTable table = plan_table(sample(), small_pack(), Month::of(2030, 12));
    REQUIRE(table.rows.size() == 2);
    const Row& platform = table.rows[0];  // sections first
    CHECK(platform.term == "short");
    CHECK(platform.lead.en == sample().actions[1].lead);
    CHECK(platform.capacity == "places = 40");
    CHECK(platform.settings == "places = 40, longest = 12 months");
    CHECK(platform.indicator_name == "unfilled_posts");
    CHECK(platform.indicator.fr == "postes non pourvus");
    CHECK(platform.target == -0.05);
    CHECK(platform.review == Month::of(2014, 6));
    CHECK(platform.conventions.size() == 2);
    const Row& tutoring = table.rows[1];
    CHECK(tutoring.start == Month::of(2013, 1));
    CHECK(tutoring.end == Month::of(2030, 12));
    for (const Action* action : all_actions()) {
        if (action->name == "tutoring") {
            CHECK(tutoring.lead.fr == action->owner.fr);
            CHECK(tutoring.indicator_name == action->indicator);
            CHECK(tutoring.target.value_or(0) == action->target);
            CHECK(tutoring.review == Month::of(2013, 1) + action->review_after);
        }
    }
}

TEST_CASE("the target of a record is not that of another indicator", "[plan]") {
    Scenario scenario = sample();
    scenario.actions[1].target.reset();
    CHECK_FALSE(plan_table(scenario, small_pack(), Month::of(2030, 12)).rows[0].target);
    scenario.actions[1].target = 0;  // "no worse than the baseline" is a target
    const PlanTable table = plan_table(scenario, small_pack(), Month::of(2030, 12));
    CHECK(table.rows[0].target == 0.0);
    CHECK_THAT(plan_text(table, Language::en), Catch::Contains("0%"));
}

TEST_CASE("the table keeps within 100 columns in both languages", "[plan]") {
    PlanTable table = plan_table(sample(), small_pack(), Month::of(2030, 12));
    table.rows[0].financing.cost = 1234567.4;
    table.rows[0].financing.shares = {{{"European Social Fund", "Fonds social européen"}, 600000},
                                      {{"own funds", "fonds propres"}, 634567.4}};
    table.rows[0].scheme = {"anticonstitutionnellement_tout_en_un_mot", "anticonstitutionnellement_tout_en_un_mot"};
    for (const Language language : {Language::en, Language::fr}) {
        const std::string text = plan_text(table, language);
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(report::width_of(line) <= 100);
        }
        INFO(text);
        CHECK_THAT(text,
                   Catch::Contains(language == Language::fr ? "court terme, jusqu'à 2014-08" : "short term, up to"));
        CHECK_THAT(text, Catch::Contains(language == Language::fr ? "sans échéance" : "without term"));
        CHECK_THAT(text, Catch::Contains(language == Language::fr ? "1\u202f234\u202f567" : "1,234,567"));
        CHECK_THAT(text, Catch::Contains(language == Language::fr ? "−5\u00a0%" : "−5%"));
        CHECK(text.find(" :") == std::string::npos);
    }
}

TEST_CASE("a workbook of a plan holds what it is, the table and the method", "[plan]") {
    const PlanTable table = plan_table(sample(), small_pack(), Month::of(2030, 12));
    CHECK(std::isnan(table.cost()));
    const std::vector<exports::Sheet> book = plan_book(table, Language::fr);
    REQUIRE(book.size() == 3);
    CHECK(book[0].name == "lisez-moi");
    CHECK(book[1].rows.size() == 2);
    for (const std::vector<exports::Cell>& row : book[1].rows) {
        CHECK(row.size() == book[1].columns.size());
    }
    CHECK(book[2].rows.size() >= 3);
}

TEST_CASE("an unknown indicator is refused with its line and the nearest one", "[plan]") {
    Scenario scenario = sample();
    scenario.actions[1].indicator = "unfiled_posts";
    scenario.actions[1].places = {{"indicator", "plan.toml:9"}};
    Problems problems;
    check_indicators(scenario, problems);
    REQUIRE(problems.count() == 1);
    CHECK(problems.kept()[0].where == "plan.toml:9 indicator");
    CHECK_THAT(problems.kept()[0].what.en, Catch::Contains("did you mean \"unfilled_posts\"?"));
    CHECK_THAT(problems.kept()[0].what.fr, Catch::Contains("vouliez-vous dire «\u00a0unfilled_posts\u00a0»\u00a0?"));
}

TEST_CASE("an action that ends before the pack starts is refused, one that starts after the run is not", "[plan]") {
    Scenario scenario = sample();
    const Pack pack = small_pack();
    scenario.actions.resize(1);
    scenario.actions[0].start = pack.calendar.start + (-12);
    scenario.actions[0].end = pack.calendar.start + (-1);
    scenario.actions[0].places = {{"end", "plan.toml:8"}};
    Problems early;
    bind_actions(scenario, pack, 24, early);
    REQUIRE(early.count() == 1);
    CHECK(early.kept()[0].where == "plan.toml:8 end");
    CHECK_THAT(early.kept()[0].what.en, Catch::Contains("is before the pack starts in"));
    CHECK_THAT(early.kept()[0].what.fr, Catch::Contains("précède le début du territoire"));
    scenario.actions[0].start = pack.calendar.start + 30;
    scenario.actions[0].end.reset();
    Problems late;
    bind_actions(scenario, pack, 24, late);
    CHECK(late.none());
}

TEST_CASE("what the reader has told of an action is not told again", "[plan]") {
    Scenario scenario = sample();
    scenario.actions.resize(1);
    scenario.actions[0].end = *scenario.actions[0].start + (-1);
    scenario.actions.push_back({});
    Problems problems;
    bind_actions(scenario, small_pack(), 24, problems);
    CHECK(problems.none());
}

TEST_CASE("a capacity below zero and a misspelt key are refused with their line", "[plan]") {
    Scenario scenario = sample();
    scenario.actions[1].settings = {{"places", -1.0, false, "plan.toml:5"}, {"laed", "me", false, "plan.toml:6"}};
    Problems problems;
    bind_actions(scenario, small_pack(), 24, problems);
    REQUIRE(problems.count() == 2);
    CHECK(problems.kept()[0].where == "plan.toml:5 places");
    CHECK_THAT(problems.kept()[0].what.en, Catch::Contains("-1 is out of range"));
    CHECK_THAT(problems.kept()[0].what.fr, Catch::Contains("hors des bornes"));
    CHECK(problems.kept()[1].where == "plan.toml:6 laed");
    CHECK_THAT(problems.kept()[1].what.en, Catch::Contains("did you mean 'lead'?"));
}
