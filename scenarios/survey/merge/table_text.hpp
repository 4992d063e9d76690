#pragma once
#include "engine/base/error.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace releve::survey {

/// Some cells of a line, by column.
using Cells = std::vector<std::pair<std::string_view, std::string>>;

/// A table of a pack as texts, to be written again with other lines.
struct TableText {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    /// Place of a column, added with blank cells if the table lacks it.
    std::size_t column(std::string_view name);
    /// A line that holds these cells and no others; or `from` with these cells changed.
    std::vector<std::string> line(const Cells& cells, std::vector<std::string> from = {});
};

/// The table of a pack; one without lines, with the columns of its record, where the pack lacks it.
TableText read_table_text(const std::string& directory, std::string_view table, Problems& problems);

/// RFC 4180 with line feeds, as packs are written.
std::string csv_of(const TableText& table);

}  // namespace releve::survey
