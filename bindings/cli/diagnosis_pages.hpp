#pragma once
#include "bindings/cli/pages.hpp"

#include <vector>

namespace releve {

/// What a diagnosis goes by: the rules that make an occupation sensitive, and the figures that can belie a score.
std::vector<Page> diagnosis_pages(Language language);

}  // namespace releve
