#pragma once
#include "engine/inputs/table_rows.hpp"

namespace releve {

/// For tables with a line for each band of ages: refuses bands that overlap or leave a gap between them.
void check_ages_follow(const TableRows& rows, Problems& problems);

/// What the lines say in one column, by age in years from 0 to 120; 0 before the first band and after the last.
std::vector<double> by_year_of_age(const TableRows& rows, std::string_view column);

}  // namespace releve
