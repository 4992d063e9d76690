#include "engine/inputs/scenario_reader.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

TEST_CASE("a future replaces law and parameters, adds its shocks, and joins the names", "[future]") {
    const ScratchDirectory directory;
    directory.write("plan.toml",
                    "pack = \"p\"\nname = \"plan\"\nname_en = \"plan (en)\"\n[law]\nretirement = \"2014\"\n"
                    "[parameters]\nmatching.applications = 3\nquit.multiplier = 2\n[[action]]\ntype = "
                    "\"tutoring\"\n[[shock]]\nsector = \"FZ\"\nstart = \"2014-01\"\nposts = -0.1\n");
    directory.write("low.toml",
                    "name = \"bas\"\nname_en = \"low\"\n[law]\nretirement = \"2023\"\n[parameters]\n"
                    "matching.applications = 5\n[[shock]]\nsector = \"CH\"\nstart = \"2016-01\"\nposts = -0.2\n");
    Problems problems;
    const Scenario plan = read_scenario(directory.file("plan.toml"), problems);
    const Scenario low = read_future(directory.file("low.toml"), problems);
    REQUIRE(problems.none());
    const Scenario crossed = under(plan, low);
    CHECK(crossed.id == "plan@low");
    CHECK(crossed.name.fr == "plan \u2014 bas");
    CHECK(crossed.name.en == "plan (en) \u2014 low");
    CHECK(crossed.plan->id == "plan");
    CHECK(crossed.future->id == "low");
    CHECK(crossed.retirement_law == "2023");
    REQUIRE(crossed.parameters.size() == 2);
    CHECK(crossed.parameters[0].value == 5.0);
    CHECK(crossed.parameters[0].where == directory.file("low.toml:6"));
    CHECK(crossed.actions.size() == 1);
    REQUIRE(crossed.shocks.size() == 2);
    CHECK(crossed.shocks[1].sector == "CH");
    CHECK(crossed.file_hashes.size() == 2);
    directory.write("again.toml", crossed.resolved);
    const Scenario again = read_scenario(directory.file("again.toml"), problems);
    REQUIRE(problems.none());
    CHECK(again.resolved == crossed.resolved);
}

TEST_CASE("a future without a law keeps that of the scenario", "[future]") {
    const ScratchDirectory directory;
    directory.write("plan.toml", "pack = \"p\"\n[law]\nretirement = \"2014\"\n");
    directory.write("same.toml", "name = \"pareil\"\n");
    Problems problems;
    const Scenario crossed =
        under(read_scenario(directory.file("plan.toml"), problems), read_future(directory.file("same.toml"), problems));
    REQUIRE(problems.none());
    CHECK(crossed.retirement_law == "2014");
}

TEST_CASE("a future decides nothing", "[future]") {
    const ScratchDirectory directory;
    directory.write("bad.toml",
                    "pack = \"p\"\nextends = \"x.toml\"\nnmae = \"x\"\n[[action]]\ntype = \"tutoring\"\n"
                    "[plan]\nstart = \"2013-09\"\n");
    Problems problems;
    read_future(directory.file("bad.toml"), problems);
    read_future(directory.file("none.toml"), problems);
    std::string en;
    std::string fr;
    for (const Problem& problem : problems.kept()) {
        en += problem.where.substr(directory.path().size() + 1) + ": " + problem.what.en + "\n";
        fr += problem.what.fr + "\n";
    }
    INFO(en << fr);
    CHECK(problems.count() == 6);
    CHECK_THAT(en, Catch::Contains("bad.toml:1 pack: \"pack\" does not belong in a future"));
    CHECK_THAT(en, Catch::Contains("bad.toml:2 extends: \"extends\" does not belong in a future"));
    CHECK_THAT(en, Catch::Contains("bad.toml:3 nmae: unknown key (known here: name, name_en, law, parameters, shock) "
                                   "did you mean \"name\"?"));
    CHECK_THAT(en, Catch::Contains("bad.toml:4 action: \"action\" does not belong in a future"));
    CHECK_THAT(en, Catch::Contains("bad.toml:6 plan: \"plan\" does not belong in a future"));
    CHECK_THAT(en, Catch::Contains("none.toml"));
    CHECK_THAT(fr, Catch::Contains("\u00a0pack\u00a0» n'a pas sa place dans un futur"));
}
