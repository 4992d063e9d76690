#pragma once
#include "scenarios/report/comparison/comparison_text.hpp"
#include "scenarios/report/findings.hpp"
#include "scenarios/report/pairs.hpp"

/// The parts of the text of a comparison.
namespace releve::report {

std::string changes_part(const Dataset& results, Language language, double level);
std::string every_change_part(const Dataset& results, Language language, double level);
std::string gains_part(const Dataset& results, Language language, double level);
std::string cells_part(const Dataset& results, Language language, double level, const std::string& by);
std::string cost_part(const Dataset& results, Language language, double level);
/// What each funder pays; `by_year`: each plan by action, funder and year too.
std::string payers_part(const Dataset& results, Language language, bool by_year);
std::string targets_part(const Dataset& results, Language language, double level);
std::string decomposition_part(const Dataset& results, Language language, double level);
std::string committee_part(const Dataset& results, Language language, double level,
                           const compare::Committee& committee);

/// "<0.001" or "0.034".
std::string p_text(double p, Language language);
/// "87% [64, 96]": a probability and its interval.
std::string chance_text(const compare::Interval& probability, Language language);
std::string paragraph(const Text& text, Language language);
/// Name of the plan of a scenario (without its future), at most `most` characters.
std::string plan_name(const Dataset& results, std::size_t scenario, std::size_t most, Language language);
/// "Future: low demand", or nothing in files without futures.
std::string future_line(const Dataset& results, std::size_t scenario, Language language);
/// "A, against B", and their future.
std::string pair_heading(const Dataset& results, const Pair& pair, Language language);

}  // namespace releve::report
