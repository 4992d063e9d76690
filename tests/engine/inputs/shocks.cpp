#include "engine/base/error.hpp"
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

}  // namespace

TEST_CASE("shocks are read, and written again in the resolved scenario") {
    const ScratchDirectory directory;
    Problems problems;
    const Scenario scenario =
        read(directory, "[[shock]]\nestablishment = \"E1\"\nstart = \"2018-06\"\nposts = -1\n", problems);
    REQUIRE(problems.none());
    REQUIRE(scenario.shocks.size() == 1);
    CHECK(scenario.shocks[0].establishment == "E1");
    CHECK(scenario.shocks[0].posts == -1);
    CHECK(scenario.resolved.find("[[shock]]\nestablishment = \"E1\"\nstart = \"2018-06\"") != std::string::npos);
}

TEST_CASE("what is wrong in a shock is told with its line, all at once") {
    const ScratchDirectory directory;
    Problems problems;
    read(directory,
         "[[shock]]\nsector = \"FZ\"\nestablishment = \"E1\"\nstart = \"2018-06\"\nend = \"2017-01\"\nposts = -1.5\n"
         "[[shock]]\nsector = \"FZ\"\nlevel = 2\n",
         problems);
    std::string told;
    for (const Problem& problem : problems.kept()) {
        told += problem.where.substr(problem.where.find("plan.toml")) + ": " + problem.what.en + "\n";
    }
    INFO(told);
    CHECK(problems.count() == 6);
    CHECK(told.find("plan.toml:2 shock: shock without a target, or with two") != std::string::npos);
    CHECK(told.find("plan.toml:6 end: end 2017-01 is before start 2018-06") != std::string::npos);
    CHECK(told.find("plan.toml:7 posts: not a change of posts") != std::string::npos);
    CHECK(told.find("plan.toml:10 level: unknown key") != std::string::npos);
    CHECK(told.find("shock without a month") != std::string::npos);
    CHECK(told.find("shock that changes nothing") != std::string::npos);
}
