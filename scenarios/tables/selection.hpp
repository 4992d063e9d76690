#pragma once
#include "scenarios/tables/export_results.hpp"

namespace releve::tables {

/// What is asked of a file, each in the order of the file.
struct Selection {
    std::vector<std::size_t> scenarios;
    std::vector<Told> outputs;
};

/// InputError naming every scenario or output that the file does not have, with the nearest that it has; a file without any.
Selection selected(const Dataset& results, const ExportAsked& asked);

/// InputError if the pack is not the one that the results were made from, with the first files that differ.
void refuse_other_pack(const Dataset& results, const Pack& pack, const std::string& file);

}  // namespace releve::tables
