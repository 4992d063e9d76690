#pragma once
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/table_rows.hpp"

#include <optional>
#include <set>
#include <string_view>

namespace releve {

/// What reading a cell depends on, beside its column.
struct CellReader {
    const CodesByTable& codes;
    bool decimal_comma = false;              ///< the separator leaves the comma free for decimals
    WrittenAs as = {};                       ///< liberties taken so far
    bool suggest = true;                     ///< look for the nearest code: slow, so not for the thousandth problem
    std::set<std::string_view> absent = {};  ///< tables that cells refer to, found missing and told: once is enough

    /// The value of a cell that is not blank: a number, a month count, or a position in words or codes. Gives what is
    /// wrong with the cell, if anything.
    std::optional<Text> read(const TableColumn& column, std::string_view cell, double& value);
};

/// " did you mean "x"?" for an unknown name, or nothing when no known one is near.
Text did_you_mean(std::string_view misspelt, std::span<const std::string_view> known);

/// The same, or else advice on a name that no row of a table has.
Text did_you_mean_row(std::string_view misspelt, std::span<const std::string_view> known);

}  // namespace releve
