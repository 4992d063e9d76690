#pragma once
#include "scenarios/tables/data_sheet.hpp"

#include <string>
#include <vector>

namespace releve::tables {

/// One file of an export, as its read-me lists it.
struct FileTold {
    std::string name;
    Text holds;
    std::size_t rows = 0;
};

/// What an export has made of a file.
struct Summary {
    std::vector<FileTold> files;
    bool is_public = false;
    std::size_t figures = 0, hidden = 0;  ///< rows, and those of them that are hidden
    std::vector<std::string> left_out;    ///< outputs that may not be shown
    bool has_replicates = false;          ///< values of each replicate are among the tables
};

/// Where the figures come from, what they mean, what is hidden: a line for each thing. `columns`: what and its text.
exports::Sheet readme_sheet(const Source& source, const Summary& summary);
/// The same as text.
std::string readme_text(const Source& source, const Summary& summary);

/// Every column, then every code along the axes of these outputs, with their meanings.
exports::Sheet codebook_sheet(const Source& source, const std::vector<ColumnTold>& columns,
                              const std::vector<const Told*>& outputs);

/// How each output is counted: unit, kind, formula, how it adds up, source.
exports::Sheet method_sheet(const Source& source, const std::vector<const Told*>& outputs);

}  // namespace releve::tables
