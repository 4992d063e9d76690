#include "scenarios/audit/firm/groups.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::audit;

namespace {

/// Groups of an establishment with so many posts in occupations 0, 1, 2...
std::vector<Group> groups(const std::vector<int>& posts) {
    Pack pack;
    pack.posts.push_back({.establishment = 1, .occupation = 0, .posts = 50});  // another one's
    for (std::uint32_t o = 0; o < posts.size(); ++o) {
        pack.posts.push_back({.establishment = 0, .occupation = o, .posts = posts[o]});
    }
    return groups_of(pack, 0);
}

}  // namespace

TEST_CASE("large occupations are told apart, the others together, the largest first") {
    const std::vector<Group> all = groups({2, 9, 5, 3});
    REQUIRE(all.size() == 3);
    CHECK(all[0].occupations == std::vector<std::uint32_t>{1});
    CHECK(all[1].occupations == std::vector<std::uint32_t>{2});
    CHECK(all[2].occupations == std::vector<std::uint32_t>{3, 0});
    CHECK(all[2].posts == 5);
    CHECK(all[2].rest);
}

TEST_CASE("a rest too small hides in the smallest group, so that it cannot be had by subtraction") {
    const std::vector<Group> all = groups({2, 9, 5});
    REQUIRE(all.size() == 2);
    CHECK(all[0].posts == 9);
    CHECK(all[1].occupations == std::vector<std::uint32_t>{2, 0});
    CHECK(all[1].posts == 7);
    CHECK(groups({2, 9})[0].posts == 11);
}

TEST_CASE("nothing is told of a house smaller than a group") {
    CHECK(groups({4}).empty());
    CHECK(groups({2, 2}).empty());
    CHECK(groups({}).empty());
    CHECK(groups({2, 3}).size() == 1);
}
