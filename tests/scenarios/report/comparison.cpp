#include "scenarios/actions/action.hpp"
#include "scenarios/report/comparison/committee_values.hpp"
#include "scenarios/report/comparison/comparison_text.hpp"
#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/gains.hpp"
#include "scenarios/report/comparison/targets.hpp"
#include "scenarios/report/findings.hpp"
#include "scenarios/report/typography.hpp"
#include "tests/scenarios/report/sample.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::report;
using namespace releve::tests;

TEST_CASE("plans are compared with the first of the same future; without futures, with the first of all") {
    Dataset results = sample_results();
    CHECK(references_in(results) == std::vector<std::size_t>{0, 0, 2, 2});
    REQUIRE(pairs_of(results).size() == 2);
    CHECK(pairs_of(results)[1].scenario == 3);
    CHECK(pairs_of(results)[1].reference == 2);
    CHECK(groups_of(results) == std::vector<Group>{{0, 1}, {2, 3}});
    const std::vector<report::Change> changes = changes_of(results, {shortage_measure()}, {2014}, 0.95);
    REQUIRE(changes.size() == 2);
    for (const report::Change& change : changes) {
        CHECK(change.paired.difference.mean == -7);  // 22 - 30 and 28 - 34, in both futures
    }
    std::erase_if(results.variables, [](const Variable& one) { return one.name == "scenario_future"; });
    CHECK(references_in(results) == std::vector<std::size_t>{0, 0, 0, 0});
    CHECK(pairs_of(results).size() == 3);
}

TEST_CASE("cells are judged by the spread of their paired differences") {
    const std::vector<CellChange> cells = cell_changes(sample_results(), "zone", 0.95);
    REQUIRE(cells.size() == 4);
    // Z1: 10 becomes 8 in every replicate; Z2: 11 becomes 12 with deviation 2 over two replicates
    CHECK(cells[0].codes == std::vector<std::string>{"Z1"});
    CHECK(cells[0].before == 10);
    CHECK(cells[0].change.mean == -2);
    CHECK(cells[0].change.low == -2);
    CHECK(cells[0].gain() == 2);
    CHECK(cells[0].p_value == 0);
    // one degree of freedom: t = 1 / (2 / sqrt 2), p = 1 - 2 atan(t) / pi; half-width tan(0.475 pi) sqrt 2
    const double pi = std::acos(-1.0);
    CHECK(cells[1].p_value == Approx(1 - 2 * std::atan(1 / std::sqrt(2.0)) / pi).epsilon(1e-12));
    CHECK(cells[1].change.high - 1 == Approx(std::tan(0.475 * pi) * std::sqrt(2.0)).epsilon(1e-9));
    CHECK(cells[1].adjusted_p == 1);  // twice over 1
    const Verdicts verdicts = verdicts_of(cells, 1, 0.95);
    CHECK(verdicts.cells == 2);
    CHECK(verdicts.gains == 1);
    CHECK(verdicts.losses == 0);
    CHECK(cell_changes(sample_results(), "sector", 0.95).empty());
}

TEST_CASE("costs are told to be absent, or divided by what they avoid") {
    Dataset results = sample_results();
    CHECK_FALSE(cost_effect_of(results, {1, 0}, 0.95).has_value());
    // by replicate and year: the plan costs 40 and 30 more; 8 and 6 post-months avoided
    add_variable(results, "cost", {"scenario", "replicate", "year"},
                 std::vector<double>{0, 0, 0, 0, 20, 20, 10, 20, 0, 0, 0, 0, 20, 20, 10, 20}, "flow");
    const auto found = cost_effect_of(results, {1, 0}, 0.5);
    REQUIRE(found.has_value());
    CHECK(found->cost.mean == 35);
    CHECK(found->effect.mean == 7);
    CHECK(found->ratio == 5);
    CHECK(found->shown == compare::Shown::gain);
    CHECK(cost_effect_of(results, {3, 2}, 0.5)->ratio == 5);
}

TEST_CASE("criteria of a committee are gains against the reference of the future") {
    const Dataset results = sample_results();
    const compare::CriterionValues values = criterion_values(results, {2, 3});
    CHECK(values[0] == std::vector<std::vector<double>>{{0, 0}, {8, 6}});
    CHECK(values[1].empty());
    REQUIRE(values[2].size() == 2);
    CHECK(values[2][1][0] == Approx(12.5));  // (0.5 - 0.25) / 2 years, in points
    CHECK(values[3] == std::vector<std::vector<double>>{{0, 0}, {15, 15}});
}

TEST_CASE("aims come from the resolved scenario, or from the record of the action") {
    Dataset results = sample_results();
    CHECK(aims_of(results, 1).empty());
    results.attributes.push_back(
        {"scenarios", std::vector<std::string>{"",
                                               "[[action]]\ntype = \"x\"\nindicator = \"unfilled_posts\"\n"
                                               "target = -0.2\nend = \"2013-12\"\n\n[[plan.short]]\n"
                                               "type = \"insertion_platform\"\n\n[[plan.long]]\n"
                                               "type = \"tutoring\"\nindicator = \"unfilled_posts\"\n"}});
    const std::vector<Aim> aims = aims_of(results, 1);
    REQUIRE(aims.size() == 2);  // what tutoring aims at is not for another indicator than its own
    CHECK(aims[0].indicator == "unfilled_posts");
    CHECK(aims[0].year == 2013);
    const auto reached = reached_by(results, {1, 0}, aims[0], 0.95);
    REQUIRE(reached.has_value());
    CHECK(reached->probability.mean == 0.5);  // 10 becomes 8, 12 stays
    CHECK(aims[1].action == "insertion_platform");
    CHECK(aims[1].target == find_action("insertion_platform")->target);
    CHECK(aims[1].year == 2014);
    CHECK_FALSE(reached_by(results, {1, 0}, {"x", "nothing", -0.1, 2014}, 0.95).has_value());
}

TEST_CASE("an aim of an action that starts after the run is not judged") {
    Dataset results = sample_results();
    results.attributes.push_back(
        {"scenarios", std::vector<std::string>{"",
                                               "[[action]]\ntype = \"tutoring\"\nindicator = \"unfilled_posts\"\n"
                                               "target = 0.005\n"
                                               "start = \"2020-01\"\n"}});
    REQUIRE(aims_of(results, 1).size() == 1);
    CHECK_FALSE(aims_of(results, 1)[0].begun);
    CHECK(comparison_report(results, Language::en, {}).find("+0.5%       \u2013") != std::string::npos);
}

TEST_CASE("long names are cut between words, and tables keep within the page") {
    CHECK(shortened("clerks of the administration", 19) == "clerks of the\u2026");
    CHECK(shortened("clerks of the administration", 40) == "clerks of the administration");
    CHECK(shortened("administration", 5) == "admin\u2026");
    TextTable table({"who", "change"});
    table.keep_within_page(0);
    table.add({std::string(70, 'a') + " " + std::string(40, 'b'), "+1"});
    const std::string text = table.text();
    CHECK(width_of(text.substr(0, text.find('\n'))) == table_width);
    CHECK(text.find(std::string(70, 'a') + "\u2026") != std::string::npos);
}

TEST_CASE("nouns agree with their number, targets tell their sign and few decimals") {
    CHECK(counted(1, {"replicate", "réplique"}).en == "1 replicate");
    CHECK(counted(0, {"replicate", "réplique"}).fr == "0 réplique");
    CHECK(counted(2, {"replicate", "réplique"}).fr == "2 répliques");
    CHECK(target(0.0004, Language::fr) == "+0,04\u00a0%");
    CHECK(target(-0.05, Language::en) == "\u22125%");
}

TEST_CASE("the text of a comparison fits the page in both languages") {
    const Dataset results = sample_results();
    compare::Committee committee;
    committee.members.push_back({{"one", "un"}, {1, 1, 1, 1}});
    for (const Language language : {Language::en, Language::fr}) {
        const std::string text =
            comparison_report(results, language, {.all = false, .decompose = true, .committee = &committee});
        std::size_t from = 0;
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
            CHECK(width_of(text.substr(from, end - from)) <= 100);
            from = end + 1;
        }
    }
    const std::string text = comparison_report(results, Language::en, {.by = "zone"});
    CHECK(text.find("Z2") != std::string::npos);
    CHECK(text.find("costs are not in the file") != std::string::npos);
}
