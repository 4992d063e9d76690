#pragma once
#include "engine/state/state.hpp"
#include "engine/synthesis/synthesise.hpp"

#include <vector>

namespace releve {

/// Posts by the age and sex of who is to hold them.
struct PostGroups {
    std::vector<std::vector<PostId>> posts;  ///< by age band * 2 + sex
    std::vector<const WorkerRow*> told;  ///< by post: what its holder's employer told; empty where none told anything

    const WorkerRow* told_of(PostId post) const { return told.empty() ? nullptr : told[post.value]; }
};

/// Hands the workers whom the margins tell of each occupation to its posts: first those of the table `workers`, who take
/// the place of as many of their kind, then the others in keyed order.
PostGroups posts_by_group(const Pack& pack, const State& state, Luck luck, double apprentice_age,
                          SynthesisReport& report);

}  // namespace releve
