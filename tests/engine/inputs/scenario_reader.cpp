#include "engine/inputs/scenario_reader.hpp"

#include "tests/engine/inputs/tiny_pack.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr const char* base =
    "pack = \"../packs/tiny\"\nname = \"Base\"\n[law]\nretirement = \"2010\"\n[parameters]\nmatching.applications = 3\n"
    "tutoring.reach = \"18 months\"\n[[action]]\ntype = \"tutoring\"\nstart = \"2013-09\"\nend = \"2016-12\"\npairs = "
    "40\n";
constexpr const char* child =
    "extends = \"base.toml\"\nname = \"Plan\"\nname_en = \"Plan (en)\"\n[parameters.matching]\napplications = { value "
    "= 5, "
    "unit = \"1\", source = \"guess\" }\n[[action]]\ntype = \"pre_hiring_training\"\nlength = \"2 months\"\nfor = "
    "\"mason\"\n";

}  // namespace

TEST_CASE("a scenario lies over the one it extends", "[scenario]") {
    const ScratchDirectory directory;
    directory.write("scenarios/base.toml", base);
    directory.write("scenarios/plan.toml", child);
    Problems problems;
    const Scenario plan = read_scenario(directory.file("scenarios/plan.toml"), problems);
    REQUIRE(problems.none());
    CHECK(plan.id == "plan");
    CHECK(plan.name.fr == "Plan");
    CHECK(plan.name.en == "Plan (en)");
    CHECK(plan.pack_directory == directory.file("packs/tiny"));
    CHECK(plan.retirement_law == "2010");
    REQUIRE(plan.parameters.size() == 2);
    CHECK(plan.parameters[0].path == "matching.applications");
    CHECK(plan.parameters[0].value == 5.0);
    CHECK(plan.parameters[0].where == directory.file("scenarios/plan.toml:5"));
    CHECK(plan.parameters[1].value == 18.0);
    REQUIRE(plan.actions.size() == 2);
    CHECK(plan.actions[0].start == Month::of(2013, 9));
    CHECK(plan.actions[0].end == Month::of(2016, 12));
    CHECK(std::get<double>(plan.actions[0].settings.at(0).value) == 40.0);
    const ActionEntry& training = plan.actions[1];
    CHECK_FALSE(training.start);
    CHECK(training.where == directory.file("scenarios/plan.toml:6"));
    CHECK(training.settings.at(0).is_duration);
    CHECK(std::get<double>(training.settings.at(0).value) == 2.0);
    CHECK(std::get<std::string>(training.settings.at(1).value) == "mason");
    CHECK(plan.file_hashes.size() == 2);
}

TEST_CASE("the resolved text reads back as the same scenario", "[scenario]") {
    const ScratchDirectory directory;
    directory.write("scenarios/base.toml", base);
    directory.write("scenarios/plan.toml", child);
    Problems problems;
    const Scenario plan = read_scenario(directory.file("scenarios/plan.toml"), problems);
    directory.write("scenarios/again.toml", plan.resolved);
    const Scenario again = read_scenario(directory.file("scenarios/again.toml"), problems);
    REQUIRE(problems.none());
    CHECK(again.resolved == plan.resolved);
    CHECK_THAT(plan.resolved, Catch::Contains("[parameters]\nmatching.applications = 5\ntutoring.reach = 18\n"));
    CHECK_THAT(plan.resolved,
               Catch::Contains("type = \"pre_hiring_training\"\nfor = \"mason\"\nlength = \"2 months\"\n"));
}

TEST_CASE("problems of a scenario come in one pass, in both languages", "[scenario]") {
    const ScratchDirectory directory;
    directory.write(
        "s.toml",
        "nmae = \"x\"\nname = 3\n[law]\nretirment = \"2014\"\n[parameters]\napplications = 3\nmatching.pace = "
        "true\n[[action]]\nstart = 2013-09-01\n[[action]]\ntype = \"tutoring\"\nstart = \"2015-01\"\nend = "
        "\"2014-12\"\npairs = [1]\n");
    Problems problems;
    read_scenario(directory.file("s.toml"), problems);
    std::string en;
    std::string fr;
    for (const Problem& problem : problems.kept()) {
        en += problem.where.substr(directory.path().size() + 1) + ": " + problem.what.en + "\n";
        fr += problem.what.fr + "\n";
    }
    INFO(en);
    CHECK_THAT(en, Catch::Contains("s.toml:1 nmae: unknown key"));
    CHECK_THAT(en, Catch::Contains("did you mean \"name\"?"));
    CHECK_THAT(en, Catch::Contains("s.toml:2 name: not a text"));
    CHECK_THAT(en, Catch::Contains("s.toml:4 retirment: unknown key"));
    CHECK_THAT(en, Catch::Contains("s.toml:6 applications: parameter of nothing"));
    CHECK_THAT(en, Catch::Contains("s.toml:7 pace: not the value of a parameter"));
    CHECK_THAT(en, Catch::Contains("s.toml:8 action: action without a type"));
    CHECK_THAT(en, Catch::Contains("s.toml:9 start: not a month"));
    CHECK_THAT(en, Catch::Contains("s.toml:13 end: end 2014-12 is before start 2015-01"));
    CHECK_THAT(en, Catch::Contains("s.toml:14 pairs: not the setting of an action"));
    CHECK_THAT(en, Catch::Contains("s.toml pack: missing key"));
    CHECK_THAT(fr, Catch::Contains("clé inconnue (connues ici\u00a0: pack, extends"));
    CHECK_THAT(fr, Catch::Contains("la fin 2014-12 précède le début 2015-01"));
    CHECK(problems.count() == 10);
}

TEST_CASE("a circle of scenarios is refused", "[scenario]") {
    const ScratchDirectory directory;
    directory.write("a.toml", "extends = \"b.toml\"\npack = \"p\"\n");
    directory.write("b.toml", "extends = \"./sub/../a.toml\"\n");
    Problems problems;
    read_scenario(directory.file("a.toml"), problems);
    REQUIRE(problems.count() == 1);
    CHECK(problems.kept()[0].where == directory.file("b.toml:1 extends"));
    CHECK_THAT(problems.kept()[0].what.en, Catch::Contains("circle"));
    CHECK_THAT(problems.kept()[0].what.fr, Catch::Contains("cercle"));
}

TEST_CASE("a missing scenario, or a missing base, is named", "[scenario]") {
    const ScratchDirectory directory;
    directory.write("a.toml", "extends = \"nowhere.toml\"\npack = \"p\"\n");
    Problems problems;
    read_scenario(directory.file("a.toml"), problems);
    read_scenario(directory.file("b.toml"), problems);
    REQUIRE(problems.count() == 2);
    CHECK(problems.kept()[0].where == directory.file("nowhere.toml"));
    CHECK(problems.kept()[1].where == directory.file("b.toml"));
}

TEST_CASE("an action may name the establishments that it is kept to", "[scenario]") {
    const ScratchDirectory directory;
    const std::string head = "pack = \"tiny\"\nname = \"Plan\"\n[[action]]\ntype = \"tutoring\"\n";
    directory.write("plan.toml", head + "establishments = [\"E2\", \"E1\", \"E2\"]\n");
    Problems problems;
    const Scenario plan = read_scenario(directory.file("plan.toml"), problems);
    REQUIRE(problems.none());
    CHECK(plan.actions[0].establishments == std::vector<std::string>{"E2", "E1"});
    CHECK(plan.actions[0].where_of("establishments") == directory.file("plan.toml:5 establishments"));
    CHECK_THAT(plan.resolved, Catch::Contains("establishments = [\"E2\", \"E1\"]\n"));
    directory.write("again.toml", plan.resolved);
    CHECK(read_scenario(directory.file("again.toml"), problems).resolved == plan.resolved);

    directory.write("all.toml", head);
    CHECK_FALSE(read_scenario(directory.file("all.toml"), problems).actions[0].establishments);
    REQUIRE(problems.none());
    directory.write("wrong.toml", head + "establishments = \"E1\"\n");
    CHECK_FALSE(read_scenario(directory.file("wrong.toml"), problems).actions[0].establishments);
    REQUIRE(problems.count() == 1);
    CHECK_THAT(problems.kept()[0].what.en, Catch::Contains("establishments = [\"CODE\"]"));
}
