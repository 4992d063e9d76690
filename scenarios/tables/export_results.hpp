#pragma once
#include "engine/base/text.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/results/dataset.hpp"
#include "scenarios/tables/pages.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace releve::tables {

enum class ExportFormat { csv, csv_excel_french, xlsx };
inline constexpr std::string_view export_formats[] = {"csv", "csv-excel-fr", "xlsx"};

struct ExportAsked {
    std::string file;  ///< where errors say that something is not
    ExportFormat format = ExportFormat::csv;
    std::vector<std::string> scenarios, outputs;  ///< empty: all
    const Pack* public_by = nullptr;              ///< secrecy is applied, by the establishments of this pack
    Language language = Language::en;
    std::function<bool()> interrupted = nullptr;  ///< asked now and then
};

/// Writes tables of a result file into a new folder that appears only when complete. CSV: one table for each output, one more
/// of the values by replicate of those that the file keeps so, codebook, method, data package (a description for programs)
/// and read-me. Workbooks: one for each way to break down, each with read-me, data, codebook and method. The same results
/// give the same bytes. docs/formats/exports.md says what is in them.
/// InputError: a scenario or an output that the file does not have, nothing to tell, a pack that is not the one of the file,
/// too many rows for a sheet. IoError: something stands at `directory` already, or it cannot be written. Interrupted.
Summary export_results(const Dataset& results, const ExportAsked& asked, const std::string& directory);

/// Something stands there already, or it cannot be written: found out before any work. IoError.
void refuse_occupied(const std::string& directory);

}  // namespace releve::tables
