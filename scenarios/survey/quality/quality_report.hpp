#pragma once
#include "scenarios/export/sheet.hpp"
#include "scenarios/survey/quality/quality.hpp"

#include <string>

namespace releve::survey {

/// The report as pages of a terminal: a few findings of each kind, then how many more there are.
std::string quality_text(const QualityReport& quality, Language language);

/// All of it as one table: missing values, findings, strata.
exports::Sheet quality_sheet(const QualityReport& quality, Language language);

}  // namespace releve::survey
