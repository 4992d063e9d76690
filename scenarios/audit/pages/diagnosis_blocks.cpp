#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include <algorithm>

namespace releve::report {

namespace {

template <audit::Cut cut>
Block inventory(const audit::Diagnosis& found) {
    return diagnosis::inventory_by(found, cut);
}

constexpr DiagnosisTable tables[] = {
    {"key_figures", diagnosis::key_figures},
    {"age_pyramid", diagnosis::age_pyramid},
    {"departures_and_needs", diagnosis::departures_and_needs},
    {"sensitive_occupations", diagnosis::sensitive_occupations},
    {"sensitivity_reasons", diagnosis::sensitivity_reasons},
    {"competences", diagnosis::competences_at_risk},
    {"sectors", inventory<audit::Cut::sector>},
    {"sizes", inventory<audit::Cut::size>},
    {"zones", inventory<audit::Cut::zone>},
    {"occupations", inventory<audit::Cut::occupation>},
    {"dependence", diagnosis::dependence},
    {"planned_recruitments", diagnosis::planned_recruitments},
    {.key = "audit_axes", .make = diagnosis::audit_axes, .of_audits = true},
    {.key = "influences", .make = diagnosis::influences, .of_audits = true},
    {.key = "contradictions_by_rule", .make = diagnosis::contradictions_by_rule, .of_audits = true},
    {.key = "weak_axes", .make = diagnosis::weak_axes, .of_audits = true},
    {.key = "action_gains", .make = diagnosis::action_gains, .of_audits = true, .of_gains = true},
    {.key = "collective_actions", .make = diagnosis::collective_actions, .of_audits = true, .of_gains = true},
    {.key = "audited_establishments",
     .make = diagnosis::audited_establishments,
     .confidential = true,
     .of_gains = true},
    {.key = "weak_points", .make = diagnosis::weak_points, .confidential = true, .of_gains = true},
    {.key = "systems", .make = diagnosis::systems, .confidential = true},
    {.key = "gains_by_establishment",
     .make = diagnosis::gains_by_establishment,
     .confidential = true,
     .of_gains = true},
    {.key = "contradictions", .make = diagnosis::contradictions, .confidential = true},
    {.key = "largest_employers", .make = diagnosis::largest_employers, .confidential = true},
    {.key = "establishments", .make = diagnosis::establishments, .confidential = true},
};

/// What fewer than three audits say is what each of them says: no table of it is public then.
bool few_audits(const audit::Diagnosis& found) {
    const std::size_t audits = found.system.establishments.size();
    return audits > 0 && audits < audit::SecrecyRules{}.establishments;
}

}  // namespace

std::span<const DiagnosisTable> diagnosis_tables() { return tables; }

std::vector<Block> diagnosis_blocks(const audit::Diagnosis& found, bool confidential) {
    std::vector<Block> all;
    for (const DiagnosisTable& table : tables) {
        const bool tells_of_one = table.confidential || (table.of_audits && few_audits(found));
        if (confidential || !tells_of_one) {
            Block block = table.make(found);
            block.confidential = tells_of_one;
            if (!block.rows.empty()) {
                all.push_back(std::move(block));
            }
        }
    }
    return all;
}

}  // namespace releve::report
