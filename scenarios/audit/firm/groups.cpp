#include "scenarios/audit/firm/groups.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

std::vector<PostRow> posts_of(const Pack& pack, std::uint32_t establishment) {
    std::vector<PostRow> posts;
    for (const PostRow& row : pack.posts) {
        if (row.establishment == establishment && row.posts > 0) {
            posts.push_back(row);
        }
    }
    std::sort(posts.begin(), posts.end(), [](const PostRow& a, const PostRow& b) {
        return a.posts != b.posts ? a.posts > b.posts : a.occupation < b.occupation;
    });
    return posts;
}

}  // namespace

std::vector<Group> groups_of(const Pack& pack, std::uint32_t establishment) {
    std::vector<Group> groups;
    Group rest{.rest = true};
    for (const PostRow& row : posts_of(pack, establishment)) {
        if (row.posts >= fewest_in_group) {
            groups.push_back({.occupations = {row.occupation}, .posts = row.posts});
        } else {
            rest.occupations.push_back(row.occupation);
            rest.posts += row.posts;
        }
    }
    if (rest.posts > 0 && rest.posts < fewest_in_group && !groups.empty()) {
        Group& smallest = groups.back();
        rest.occupations.insert(rest.occupations.begin(), smallest.occupations.begin(), smallest.occupations.end());
        rest.posts += smallest.posts;
        groups.pop_back();
    }
    if (rest.posts >= fewest_in_group) {
        groups.push_back(std::move(rest));
    }
    return groups;
}

}  // namespace releve::audit
