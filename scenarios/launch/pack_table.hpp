#pragma once
#include "engine/inputs/table.hpp"

#include <string>
#include <variant>
#include <vector>

namespace releve {

/// One column of a table of a pack as it is written, liberties of form (decimal commas, encodings) settled.
struct WrittenColumn {
    const TableColumn* record = nullptr;
    /// Numbers, shares and flags (1 or 0; not a number where blank); codes, words, months and texts as they stand.
    std::variant<std::vector<double>, std::vector<std::string>> values;
};

/// The columns of a table that a sound pack has, in the order of the file. InputError if there is no such table or no longer
/// what was read; the nearest name is told.
std::vector<WrittenColumn> written_table(const Pack& pack, const std::string& table);

}  // namespace releve
