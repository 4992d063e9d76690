#pragma once
#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

/// What tables with months from `from` to `until` have in common.
namespace releve::tables {

/// "schemes.csv:3", for messages given once the table has been read.
inline std::string line_of(const TableRows& rows, std::size_t row) {
    return rows.file() + ":" + std::to_string(rows.line(row));
}

/// Lines that end before they begin; a blank end is none.
inline void check_periods(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (!rows.blank(row, "until") && rows.integer(row, "until") < rows.integer(row, "from")) {
            problems.add(rows.where(row, "until"),
                         fill({"{} is before {} (it would end before it begins) swap or correct the months",
                               "{} vient avant {} (la fin précéderait le début) intervertissez ou corrigez les mois"},
                              {rows.text(row, "until"), rows.text(row, "from")}));
        }
    }
}

}  // namespace releve::tables
