#pragma once
#include "scenarios/survey/merge/merge_tables.hpp"
#include "scenarios/survey/quality/quality.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace releve::survey {

/// A survey workbook read, checked and laid over a base pack. Nothing is written yet.
struct ImportedSurvey {
    Answers answers;
    QualityReport quality;
    std::vector<ChangedTable> tables;  ///< those that differ from the base's
    std::string year;                  ///< of the answers: "2014", "2013-2014", or "not told"
};

/// What a base must have for establishments to be laid over it. Adds a problem for each table it lacks.
void check_base(const Pack& base, Problems& problems);

/// `file` is the name shown in messages. Every problem is added; the result means nothing if there is any.
ImportedSurvey import_survey(std::span<const std::byte> workbook, const std::string& file, const Pack& base,
                             Problems& problems);

}  // namespace releve::survey
