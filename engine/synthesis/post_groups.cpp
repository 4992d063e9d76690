#include "engine/synthesis/post_groups.hpp"

#include "engine/synthesis/known_workers.hpp"
#include "engine/synthesis/population.hpp"
#include "engine/synthesis/shuffle.hpp"

namespace releve {

namespace {

std::vector<std::vector<PostId>> posts_by_occupation(const Pack& pack, const State& state) {
    std::vector<std::vector<PostId>> posts(pack.occupations.size());
    for (std::uint32_t i = 0; i < state.posts.size(); ++i) {
        posts[state.cells.occupation[state.posts[PostId{i}].cell]].push_back(PostId{i});
    }
    return posts;
}

std::size_t group_of(std::uint8_t age_band, Sex sex) { return age_band * 2U + static_cast<std::size_t>(sex); }

}  // namespace

PostGroups posts_by_group(const Pack& pack, const State& state, Luck luck, double apprentice_age,
                          SynthesisReport& report) {
    std::vector<std::vector<Individual>> workers = workers_of(pack, report.employment_residual);
    std::vector<std::vector<KnownWorker>> known = known_workers(pack, state);
    const std::vector<std::vector<PostId>> posts = posts_by_occupation(pack, state);
    PostGroups groups;
    groups.posts.resize(pack.age_bands.size() * 2);
    groups.told.resize(pack.workers.empty() ? 0 : state.posts.size(), nullptr);
    for (std::size_t o = 0; o < posts.size(); ++o) {
        shuffle(workers[o], luck, [&](const Individual&, std::size_t i) {
            return DrawKey{static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(o)};
        });
        report.known_workers += static_cast<std::uint32_t>(known[o].size());
        report.known_of_other_kind += choose_kinds(pack, state, luck, apprentice_age, known[o], workers[o]);
        for (const KnownWorker& one : known[o]) {
            groups.posts[group_of(one.age_band, one.sex)].push_back(one.post);
            groups.told[one.post.value] = one.told;
        }
        std::size_t next = 0;
        for (const PostId post : posts[o]) {
            if (groups.told_of(post) == nullptr && !workers[o].empty()) {
                const Individual& worker = workers[o][next++ % workers[o].size()];
                groups.posts[group_of(worker.age_band, worker.sex)].push_back(post);
            }
        }
    }
    return groups;
}

}  // namespace releve
