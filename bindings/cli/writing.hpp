#pragma once
#include "bindings/cli/command.hpp"
#include "scenarios/report/blocks/block.hpp"

#include <string>
#include <vector>

namespace releve {

/// How tables leave a command: --format and --output.
enum class Format { text, csv, csv_excel_french, xlsx };

inline constexpr Option format_option{
    .name = "--format",
    .takes = "FORMAT",
    .meaning = {"text (default), csv, csv-excel-fr (as a French Excel opens it) or xlsx",
                "text (par défaut), csv, csv-excel-fr (tel qu'un Excel français l'ouvre) ou xlsx"}};

inline constexpr Option output_option{.name = "--output",
                                      .takes = "FILE",
                                      .meaning = {"file to write (standard output; needed for xlsx)",
                                                  "fichier à écrire (sortie standard ; nécessaire pour xlsx)"},
                                      .letter = "-o"};

/// UsageError if it is none of these, or xlsx without a file to write.
Format format_of(const Arguments& arguments);

/// Tables as CSV (one of them) or as a workbook; text is laid out elsewhere.
std::string written(const std::vector<report::Block>& blocks, Format format, std::string_view title, Language language);

/// To the file of --output if there is one, and says so unless JSON is asked; else to standard output.
void put_out(const Call& call, const std::string& bytes);

}  // namespace releve
