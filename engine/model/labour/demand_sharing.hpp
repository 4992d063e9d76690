#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// Closures and births redistribute what the path wants, they do not change it: what closures of a sector and occupation
/// have freed, less what births have taken, goes post by post to other cells of theirs, in proportion to their size, each quarter.
void share_out(const Step& at, Proposals& proposals);

}  // namespace releve
