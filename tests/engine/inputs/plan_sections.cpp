#include "engine/inputs/scenario_reader.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

Scenario read(const ScratchDirectory& directory, const std::string& text, Problems& problems) {
    directory.write("plan.toml", "pack = \".\"\n" + text);
    return read_scenario(directory.file("plan.toml"), problems);
}

/// Every problem as "plan.toml:3 key: what", in one language.
std::string told(const ScratchDirectory& directory, const Problems& problems, Language language) {
    std::string all;
    for (const Problem& problem : problems.kept()) {
        all += problem.where.substr(directory.path().size() + 1) + ": " + problem.what.in(language) + "\n";
    }
    return all;
}

constexpr const char* full =
    "[plan]\nstart = \"2013-09\"\n[[plan.long]]\ntype = \"tutoring\"\n[[plan.short]]\ntype = "
    "\"insertion_platform\"\nstart = \"2014-01\"\nlead = \"Mission locale\"\nscheme = \"aci\"\nindicator = "
    "\"unemployed\"\ntarget = -0.05\nreview = \"2014-06\"\nconventions = [\"A\", \"B\", \"A\"]\nplaces = 40\n"
    "[[action]]\ntype = \"tutoring\"\npairs = 3\n";

}  // namespace

TEST_CASE("a plan's sections give its actions their term and the months they leave out", "[plan]") {
    const ScratchDirectory directory;
    Problems problems;
    const Scenario plan = read(directory, full, problems);
    REQUIRE(problems.none());
    CHECK(plan.plan_start == Month::of(2013, 9));
    REQUIRE(plan.actions.size() == 3);
    CHECK(plan.actions[0].term.empty());
    CHECK_FALSE(plan.actions[0].start);
    CHECK_FALSE(plan.actions[0].end);
    const ActionEntry& platform = plan.actions[1];
    CHECK(platform.term == "short");
    CHECK(platform.start == Month::of(2014, 1));
    CHECK(platform.end == Month::of(2014, 8));
    CHECK(platform.lead == "Mission locale");
    CHECK(platform.scheme == "aci");
    CHECK(platform.indicator == "unemployed");
    CHECK(platform.target == -0.05);
    CHECK(platform.review == Month::of(2014, 6));
    CHECK(platform.conventions == std::vector<std::string>{"A", "B"});
    REQUIRE(platform.settings.size() == 1);
    CHECK(platform.settings[0].name == "places");
    CHECK(platform.where_of("review") == directory.file("plan.toml:13 review"));
    CHECK(platform.where_of("end") == directory.file("plan.toml:6 end"));
    CHECK(plan.actions[2].term == "long");
    CHECK(plan.actions[2].start == Month::of(2013, 9));
    CHECK(plan.actions[2].end == Month::of(2018, 8));
}

TEST_CASE("the resolved text of a plan reads back as the same plan", "[plan]") {
    const ScratchDirectory directory;
    Problems problems;
    const Scenario plan = read(directory, full, problems);
    directory.write("again.toml", plan.resolved);
    const Scenario again = read_scenario(directory.file("again.toml"), problems);
    REQUIRE(problems.none());
    CHECK(again.resolved == plan.resolved);
    CHECK_THAT(plan.resolved, Catch::Contains("[plan]\nstart = \"2013-09\"\n"));
    CHECK_THAT(plan.resolved,
               Catch::Contains("[[plan.short]]\ntype = \"insertion_platform\"\nstart = \"2014-01\"\nend = "
                               "\"2014-08\"\nlead = \"Mission locale\"\nscheme = \"aci\"\nindicator = "
                               "\"unemployed\"\ntarget = -0.05\nreview = \"2014-06\"\nconventions = [\"A\", "
                               "\"B\"]\nplaces = 40\n"));
}

TEST_CASE("another start moves the plan that a scenario extends", "[plan]") {
    const ScratchDirectory directory;
    directory.write("base.toml", "pack = \".\"\n[plan]\nstart = \"2013-09\"\n[[plan.medium]]\ntype = \"tutoring\"\n");
    directory.write("later.toml",
                    "extends = \"base.toml\"\n[plan]\nstart = \"2015-09\"\n[[plan.short]]\ntype = \"x\"\n");
    Problems problems;
    const Scenario later = read_scenario(directory.file("later.toml"), problems);
    REQUIRE(problems.none());
    REQUIRE(later.actions.size() == 2);
    CHECK(later.actions[0].end == Month::of(2016, 8));
    CHECK(later.actions[1].start == Month::of(2015, 9));
    CHECK(later.actions[1].end == Month::of(2018, 8));
}

TEST_CASE("months outside a term are refused with their line", "[plan]") {
    const ScratchDirectory directory;
    Problems problems;
    read(directory,
         "[plan]\nstart = \"2013-09\"\n[[plan.short]]\ntype = \"tutoring\"\nend = \"2014-09\"\n[[plan.short]]\ntype = "
         "\"tutoring\"\nstart = \"2013-08\"\n[[plan.short]]\ntype = \"tutoring\"\nstart = \"2014-09\"\n[[plan.long]]\n"
         "type = \"tutoring\"\nstart = \"2014-01\"\nend = \"2013-12\"\n[[plan.medium]]\ntype = \"tutoring\"\nreview = "
         "\"2013-08\"\n[[action]]\ntype = \"tutoring\"\nend = \"2030-12\"\n",
         problems);
    const std::string en = told(directory, problems, Language::en);
    const std::string fr = told(directory, problems, Language::fr);
    INFO(en << fr);
    CHECK(problems.count() == 5);
    CHECK_THAT(en, Catch::Contains("plan.toml:6 end: end 2014-09 is beyond the term of [[plan.short]] (its last month "
                                   "is 2014-08)"));
    CHECK_THAT(en, Catch::Contains("plan.toml:9 start: start 2013-08 is before the plan's start 2013-09"));
    CHECK_THAT(en, Catch::Contains("plan.toml:12 start: start 2014-09 is after the term of [[plan.short]]"));
    CHECK_THAT(en, Catch::Contains("plan.toml:16 end: end 2013-12 is before start 2014-01"));
    CHECK_THAT(en, Catch::Contains("plan.toml:19 review: review 2013-08 is before start 2013-09"));
    CHECK_THAT(fr, Catch::Contains("plan.toml:6 end: la fin 2014-09 dépasse l'échéance"));
    CHECK_THAT(fr, Catch::Contains("plan.toml:9 start: le début 2013-08 est antérieur à celui du plan"));
    CHECK_THAT(fr, Catch::Contains("plan.toml:19 review: le bilan 2013-08 précède le début 2013-09"));
}

TEST_CASE("what is wrong in the form of a plan is told with its line", "[plan]") {
    const ScratchDirectory directory;
    Problems problems;
    read(directory,
         "[plan]\nshrt = 1\nmedium = 3\n[[action]]\ntype = \"tutoring\"\ntarget = \"much\"\nconventions = "
         "\"A\"\nlead = 3\nreview = 2014\n[[action]]\ntype = \"tutoring\"\ntarget = -1.5\nconventions = [1]\n",
         problems);
    const std::string en = told(directory, problems, Language::en);
    const std::string fr = told(directory, problems, Language::fr);
    INFO(en << fr);
    CHECK(problems.count() == 9);
    CHECK_THAT(en, Catch::Contains("plan.toml:2 plan: plan without a start"));
    CHECK_THAT(en, Catch::Contains("plan.toml:3 shrt: unknown key (known here: start, short, medium, long) did you "
                                   "mean \"short\"?"));
    CHECK_THAT(en, Catch::Contains("plan.toml:4 medium: not a list of actions (there may be several) write "
                                   "[[plan.medium]]"));
    CHECK_THAT(en, Catch::Contains("plan.toml:7 target: not a target"));
    CHECK_THAT(en, Catch::Contains("plan.toml:8 conventions: not a list of codes"));
    CHECK_THAT(en, Catch::Contains("plan.toml:9 lead: not a text"));
    CHECK_THAT(en, Catch::Contains("plan.toml:10 review: not a month"));
    CHECK_THAT(en, Catch::Contains("plan.toml:13 target: not a target"));
    CHECK_THAT(fr, Catch::Contains("plan.toml:2 plan: plan sans début"));
    CHECK_THAT(fr, Catch::Contains("écrivez [[plan.medium]]"));
    CHECK_THAT(fr, Catch::Contains("ce n'est pas une cible"));
    CHECK_THAT(fr, Catch::Contains("ce n'est pas une liste de codes"));
}
