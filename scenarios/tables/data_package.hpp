#pragma once
#include "scenarios/tables/data_sheet.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace releve::tables {

/// Describes the CSV files of an export for programs: names and types of columns, how they are written, bytes and hashes.
/// Source: Data Package, Tabular Data Package and CSV Dialect (specs.frictionlessdata.io, 1.0).
class DataPackage {
public:
    DataPackage(const Source& source, exports::CsvStyle style);
    void add(const std::string& file, const Text& holds, const std::vector<ColumnTold>& columns,
             const std::string& bytes);
    std::string text() const;

private:
    const Source& source_;
    exports::CsvStyle style_;
    nlohmann::ordered_json document_;
};

}  // namespace releve::tables
