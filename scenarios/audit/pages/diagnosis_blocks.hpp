#pragma once
#include "scenarios/audit/diagnosis.hpp"
#include "scenarios/report/blocks/block.hpp"

#include <span>

/// What a diagnosis says, as tables. Those not confidential may be made public: statistical secrecy is applied to them.
namespace releve::report {

/// In the order in which they are read. `confidential`: with those that tell of single establishments.
std::vector<Block> diagnosis_blocks(const audit::Diagnosis& diagnosis, bool confidential);

/// A table there may be: a new one is a function and a line of the list.
struct DiagnosisTable {
    std::string_view key;
    Block (*make)(const audit::Diagnosis&) = nullptr;
    bool confidential = false;
    bool of_audits = false;  ///< tells what the audits say together
    bool of_gains = false;   ///< tells, or ranks by, what actions would gain: these have to be simulated
};
/// In the order in which they are read.
std::span<const DiagnosisTable> diagnosis_tables();

/// Parts of the above, by subject.
namespace diagnosis {
Block key_figures(const audit::Diagnosis& diagnosis);
Block age_pyramid(const audit::Diagnosis& diagnosis);
Block departures_and_needs(const audit::Diagnosis& diagnosis);
/// Of zones, sectors, sizes or occupations; hidden lines show `s`.
Block inventory_by(const audit::Diagnosis& diagnosis, audit::Cut cut);
Block sensitive_occupations(const audit::Diagnosis& diagnosis);
Block sensitivity_reasons(const audit::Diagnosis& diagnosis);
Block competences_at_risk(const audit::Diagnosis& diagnosis);
Block dependence(const audit::Diagnosis& diagnosis);
Block planned_recruitments(const audit::Diagnosis& diagnosis);
Block audit_axes(const audit::Diagnosis& diagnosis);
Block influences(const audit::Diagnosis& diagnosis);
Block contradictions_by_rule(const audit::Diagnosis& diagnosis);
Block weak_axes(const audit::Diagnosis& diagnosis);
Block action_gains(const audit::Diagnosis& diagnosis);
Block collective_actions(const audit::Diagnosis& diagnosis);
Block audited_establishments(const audit::Diagnosis& diagnosis);
Block contradictions(const audit::Diagnosis& diagnosis);
Block weak_points(const audit::Diagnosis& diagnosis);
Block largest_employers(const audit::Diagnosis& diagnosis);
Block establishments(const audit::Diagnosis& diagnosis);
Block systems(const audit::Diagnosis& diagnosis);
Block gains_by_establishment(const audit::Diagnosis& diagnosis);

/// "lever", "levier": the word alone.
Text quadrant_name(audit::Quadrant quadrant);
}  // namespace diagnosis

}  // namespace releve::report
