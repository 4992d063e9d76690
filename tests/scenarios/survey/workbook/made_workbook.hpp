#pragma once
#include "scenarios/survey/workbook/workbook.hpp"

#include <string>
#include <utility>
#include <vector>

namespace releve::test {

/// Name and contents of each part of a zip.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// The parts of a workbook of one sheet named Audit, whose `<sheetData>` holds `rows`; what follows it is `after`.
Parts workbook_parts(const std::string& rows, const std::string& after = "");

/// The contents of a part, to change them.
std::string& part(Parts& parts, const std::string& name);

enum class Packing { deflated, stored };
std::string zip_of(const Parts& parts, Packing packing = Packing::deflated);

/// What reading gave: a workbook, or problems.
struct Reading {
    std::optional<Workbook> workbook;
    Problems problems;

    /// "where: what", in English, one a line.
    std::string complaints() const;
    const WorkbookSheet& sheet(std::size_t place = 0) const { return workbook.value().sheets.at(place); }
    /// A cell of the first sheet; blank if it is not there.
    WorkbookCell cell(std::size_t row, std::size_t column) const;
};
Reading read_bytes(const std::string& bytes);
inline Reading read_parts(const Parts& parts) { return read_bytes(zip_of(parts)); }
inline Reading read_rows(const std::string& rows) { return read_parts(workbook_parts(rows)); }

/// A file beside the tests.
std::string file_bytes(const std::string& name);

}  // namespace releve::test
