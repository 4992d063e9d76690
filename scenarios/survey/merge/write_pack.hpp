#pragma once
#include "scenarios/survey/merge/merge_tables.hpp"

#include <string>
#include <vector>

namespace releve::survey {

/// What territory.toml says of the survey.
struct SurveySource {
    std::string workbook;  ///< name of its file
    std::string sha256;    ///< of its bytes
    std::string year;      ///< "2014", "2013-2014"
};

/// Refuses a place where something stands already, or that cannot be written: found out before any work. IoError.
void refuse_occupied(const std::string& directory);

/// The base pack with these tables in place of its own, in a new directory that appears only when complete: written beside
/// it, read again and checked like any pack, then renamed. Tables, territory.toml and scenario files (.toml at the top and
/// one folder below) are copied byte for byte; territory.toml gets the provenance of the changed tables. InputError, and
/// nothing left behind, if the new pack does not pass its checks.
void write_pack(const Pack& base, const std::vector<ChangedTable>& tables, const SurveySource& source,
                const std::string& directory);

}  // namespace releve::survey
