#pragma once
#include "bindings/cli/pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// Pages of the input tables, in the order of their catalogue.
std::vector<Page> table_pages(Language language);
std::vector<std::string_view> table_names();

/// "0 – 1", ".. – 1"; "" where nothing bounds a value.
std::string range_of(double least, double most);

}  // namespace releve
