#pragma once
#include "scenarios/audit/diagnosis.hpp"
#include "scenarios/report/blocks/block.hpp"

/// The sheet of one establishment: what its head is told, for the questionnaire that was filled in. Of people it tells
/// groups, never a person; of other establishments, nothing but how many have the same need.
namespace releve::report {

/// In the order in which they are read. The diagnosis was made with this establishment (DiagnosisOptions::establishment).
std::vector<Block> firm_blocks(const audit::Diagnosis& diagnosis, std::uint32_t establishment);

namespace firm {
Block identity(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block departures(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block know_how(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block audit_scores(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block weak_points(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block actions(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
Block partners(const audit::Diagnosis& diagnosis, std::uint32_t establishment);
}  // namespace firm

}  // namespace releve::report
