#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace releve {

/// Where a cell is, counted from 0: B7 is row 6, column 1.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};

struct CellRange {
    CellPlace first;
    CellPlace last;
};

/// "B7"; nothing for anything else, or beyond the grid of Excel (XFD1048576).
std::optional<CellPlace> parse_place(std::string_view text);

/// "B2:C4" or "B2"; nothing if its ends are in the wrong order.
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace releve
