#pragma once
#include "bindings/cli/pages.hpp"

#include <vector>

namespace releve {

/// Pages of the sheets of the survey workbook, in its order.
std::vector<Page> survey_pages(Language language);

}  // namespace releve
