#pragma once
#include "scenarios/export/sheet.hpp"
#include "scenarios/plan/plan_rows.hpp"

#include <string>
#include <vector>

namespace releve::committee {

/// The table for a terminal, at most 100 columns wide.
std::string plan_text(const PlanTable& table, Language language);

/// The table alone, one line for each action.
exports::Sheet plan_sheet(const PlanTable& table, Language language);

/// A workbook: what it is and what its columns hold, the table, how its figures are made.
std::vector<exports::Sheet> plan_book(const PlanTable& table, Language language);

/// "Balanced plan, Langres area".
std::string plan_title(const PlanTable& table, Language language);

}  // namespace releve::committee
