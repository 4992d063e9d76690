#pragma once
#include "scenarios/tables/data_sheet.hpp"

#include <string>
#include <vector>

namespace releve::tables {

/// The outputs by the same axes, in one workbook.
struct Book {
    std::string file;  ///< "by_occupation.xlsx", "territory.xlsx" of those without axes
    std::vector<const Told*> outputs;
};
/// Points into the outputs.
std::vector<Book> books_of(const std::vector<Told>& outputs);

/// One sheet after the other, none with more rows than a sheet may have. InputError, at `file`, for an output of which a
/// single scenario has more.
std::vector<std::vector<Part>> by_sheet(const Source& source, const std::vector<Part>& parts, const std::string& file);

}  // namespace releve::tables
