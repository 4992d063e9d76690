#include "scenarios/compare/committee.hpp"

#include "engine/base/error.hpp"
#include "scenarios/compare/committee_file.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace releve::compare {

namespace {

/// A few sums and products of numbers up to 10.
Approx near(double value) { return Approx(value).epsilon(1e-13).margin(1e-13); }

Member member(std::string name, std::array<double, criteria.size()> weights) { return {{name, name}, weights}; }

/// Three plans, two replicates. Shortage: means 0, 10, 5; equity: means 4, 0, 4; cost unknown; far from work all equal.
CriterionValues example() {
    CriterionValues values;
    values[0] = {{0, 0}, {12, 8}, {0, 10}};
    values[2] = {{4, 4}, {0, 0}, {5, 3}};
    values[3] = {{7, 7}, {7, 7}, {7, 7}};
    return values;
}

std::string folder_of_test() {
    const auto folder = std::filesystem::temp_directory_path() / "releve_committee_test";
    std::filesystem::create_directories(folder);
    return folder.string();
}

/// The problems of a file of this text, without the folder.
std::vector<std::string> problems_of(const std::string& text) {
    const std::string path = folder_of_test() + "/committee.toml";
    std::ofstream(path) << text;
    Problems problems;
    read_committee(path, problems);
    std::vector<std::string> lines;
    for (const Problem& problem : problems.kept()) {
        lines.push_back(problem.where.substr(folder_of_test().size() + 1) + ": " + problem.what.en);
    }
    std::filesystem::remove(path);
    return lines;
}

}  // namespace

TEST_CASE("criteria are scaled between the worst and the best plan; unknown and equal ones are left out") {
    const Judgement judged = judge(example(), {{}, {member("one", {1, 0, 0, 0})}});
    CHECK(judged.used == std::array<bool, 4>{true, false, true, false});
    CHECK(judged.scores[0] == std::vector<double>{0, 1, 0.5});
    CHECK(judged.scores[2] == std::vector<double>{1, 0, 1});
    CHECK(judged.scores[1].empty());
    CHECK(judged.overall.ranks == std::vector<double>{3, 1, 2});
    // with d of the weight shifted to equity: plan 1 has 1 - d, plan 2 has (1 - d) / 2 + d; equal at d = 1/3
    REQUIRE(judged.tipping.has_value());
    CHECK(judged.tipping->criterion == 2);
    CHECK(judged.tipping->winner == 2);
    CHECK(judged.tipping->to == near(1.0 / 3));
}

TEST_CASE("members weigh equally whatever the size of the numbers they write") {
    // one cares for shortage alone, the other for equity alone: overall half and half, scores 0.5, 0.5, 0.75
    const Committee committee{{}, {member("one", {100, 0, 0, 0}), member("two", {0, 0, 3, 0})}};
    const Judgement judged = judge(example(), committee);
    CHECK(judged.by_member[0].ranks == std::vector<double>{3, 1, 2});
    CHECK(judged.by_member[1].ranks == std::vector<double>{1.5, 3, 1.5});
    CHECK(judged.overall.scores[0] == near(0.5));
    CHECK(judged.overall.scores[1] == near(0.5));
    CHECK(judged.overall.scores[2] == near(0.75));
    CHECK(judged.mean_ranks == std::vector<double>{2.25, 2, 1.75});
    CHECK(judged.borda == std::vector<double>{1.5, 2, 2.5});
    // plan 2 is first while w 1 + (1 - w) 0 < w 0.5 + (1 - w): w < 2/3; plan 0 is behind it unless w is 0
    CHECK(judged.first_by_weights[0] == 0);
    CHECK(judged.first_by_weights[1] + judged.first_by_weights[2] == near(1));
    // the weights of the two criteria used, alone among four uniform ones, are uniform on (0, 1): 2/3 of them below 2/3
    CHECK(std::abs(judged.first_by_weights[2] - 2.0 / 3) < 4 * std::sqrt(2.0 / 9 / weight_draws));
    REQUIRE(judged.tipping.has_value());
    CHECK(judged.tipping->winner == 1);
    CHECK(judged.tipping->from == near(0.5));
    const bool by_shortage = judged.tipping->criterion == 0;  // two criteria: a shift of one is a shift of the other
    CHECK(judged.tipping->to == near(by_shortage ? 2.0 / 3 : 1.0 / 3));
}

TEST_CASE("being first over chance counts replicates, equals sharing") {
    // weights 1/2 each. Replicate 0: 0.5, 0.6, 0 + 0.625; replicate 1: 0.5, 0.4, 0.5 + 0.375
    const Judgement judged = judge(example(), {{}, {member("one", {1, 0, 1, 0})}});
    CHECK(judged.first_by_chance[2].mean == 1);
    CriterionValues equal;
    equal[0] = {{1, 0}, {0, 3}, {1, 0}};
    const Judgement shared = judge(equal, {{}, {member("one", {1, 1, 1, 1})}});
    CHECK(shared.first_by_chance[0].mean == 0.25);
    CHECK(shared.first_by_chance[1].mean == 0.5);
    CHECK(shared.first_by_chance[2].mean == 0.25);
}

TEST_CASE("who weighs only what the file does not tell is not counted") {
    const Committee committee{{}, {member("one", {1, 0, 0, 0}), member("two", {0, 5, 0, 0})}};
    const Judgement judged = judge(example(), committee);
    CHECK(judged.by_member[0].counted);
    CHECK_FALSE(judged.by_member[1].counted);
    CHECK(judged.weights[0] == 1);
    CHECK(judged.mean_ranks == std::vector<double>{3, 1, 2});
    CHECK_THROWS_AS(judge({}, committee), ModelError);
    CriterionValues ragged = example();
    ragged[2].pop_back();
    CHECK_THROWS_AS(judge(ragged, committee), ModelError);
}

TEST_CASE("a committee file is read, and its faults are told with their lines") {
    Problems problems;
    const Committee shipped = read_committee(RELEVE_SOURCE_DIR "/scenarios/packs/langres/committee.toml", problems);
    CHECK(problems.none());
    CHECK(shipped.members.size() == 5);
    CHECK(shipped.members[3].weights == std::array<double, 4>{8, 1, 0, 1});
    CHECK(shipped.members[3].name.en == "employers");

    const auto one = [](const std::string& text) {
        const std::vector<std::string> lines = problems_of(text);
        return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " problems";
    };
    CHECK(one("name = \"x\"\n").find("committee.toml:1: no member") == 0);
    CHECK(one("[[member]]\nname = \"a\"\nweights = { shortages = 1, cost = 1 }\n").find("committee.toml:3") == 0);
    CHECK(one("[[member]]\nname = \"a\"\nweights = { shortages = 1, cost = 1 }\n").find("shortage") !=
          std::string::npos);
    CHECK(one("[[member]]\nname = \"a\"\nweights = { cost = -1, equity = 2 }\n")
              .find("committee.toml:3 cost: not a number "
                    "of 0 or more") == 0);
    CHECK(
        one("[[member]]\nname = \"a\"\nweights = { cost = 0 }\n").find("committee.toml:3 weights: all weights are 0") ==
        0);
    CHECK(one("[[member]]\nname = \"a\"\n").find("committee.toml:1") == 0);
    CHECK(one("[[member]]\nweights = { cost = 1 }\n").find("committee.toml:1") == 0);
    CHECK(one("[[member]]\nname = \"a\"\nweights = { cost = 1 }\n[[member]]\nname = \"a\"\nweights = { cost = 1 }\n")
              .find("a second member named a") != std::string::npos);
    CHECK(one("members = 3\n[[member]]\nname = \"a\"\nweights = { cost = 1 }\n").find("committee.toml:1 members") == 0);
    CHECK(one("member = 3\n").find("committee.toml:1 member") == 0);
    CHECK(problems_of("name =").size() == 1);
}

}  // namespace releve::compare
