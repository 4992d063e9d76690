#pragma once
#include "scenarios/survey/answers/answers.hpp"

namespace releve::survey {

struct ChecksPossible {
    bool posts_known = true;  ///< every line of the sheet Posts is sound, so that sums over it mean something
};

/// What single cells cannot tell: duplicates, posts that do not sum to the headcount, more people than posts, bands that
/// overlap, ages and years that cannot be, sizes that the territory's bands do not hold.
void check_answers(const Answers& answers, const Pack& base, ChecksPossible possible, Problems& problems);

}  // namespace releve::survey
