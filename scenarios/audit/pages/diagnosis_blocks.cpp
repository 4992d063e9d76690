#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include <algorithm>

namespace releve::report {

namespace {

constexpr DiagnosisTable tables[] = {
    {"key_figures"},
    {"age_pyramid"},
    {"departures_and_needs"},
    {"sensitive_occupations"},
    {"sensitivity_reasons"},
    {"competences"},
    {"sectors"},
    {"sizes"},
    {"zones"},
    {"occupations"},
    {"dependence"},
    {"planned_recruitments"},
    {"audit_axes"},
    {"influences"},
    {"contradictions_by_rule"},
    {"weak_axes"},
    {.key = "action_gains", .of_gains = true},
    {.key = "collective_actions", .of_gains = true},
    {.key = "audited_establishments", .confidential = true, .of_gains = true},
    {.key = "weak_points", .confidential = true, .of_gains = true},
    {.key = "contradictions", .confidential = true},
    {.key = "largest_employers", .confidential = true},
};

/// What fewer than three audits say is what each of them says: no table of it is public then.
bool few_audits(const audit::Diagnosis& found) {
    const std::size_t audits = found.system.establishments.size();
    return audits > 0 && audits < audit::SecrecyRules{}.establishments;
}

std::vector<Block> audit_blocks(const audit::Diagnosis& found) {
    return {diagnosis::audit_axes(found), diagnosis::influences(found),   diagnosis::contradictions_by_rule(found),
            diagnosis::weak_axes(found),  diagnosis::action_gains(found), diagnosis::collective_actions(found)};
}

}  // namespace

std::span<const DiagnosisTable> diagnosis_tables() { return tables; }

std::vector<Block> diagnosis_blocks(const audit::Diagnosis& found, bool confidential) {
    using audit::Cut;
    std::vector<Block> all{diagnosis::key_figures(found),
                           diagnosis::age_pyramid(found),
                           diagnosis::departures_and_needs(found),
                           diagnosis::sensitive_occupations(found),
                           diagnosis::sensitivity_reasons(found),
                           diagnosis::competences_at_risk(found),
                           diagnosis::inventory_by(found, Cut::sector),
                           diagnosis::inventory_by(found, Cut::size),
                           diagnosis::inventory_by(found, Cut::zone),
                           diagnosis::inventory_by(found, Cut::occupation),
                           diagnosis::dependence(found),
                           diagnosis::planned_recruitments(found)};
    if (confidential || !few_audits(found)) {
        for (Block& block : audit_blocks(found)) {
            block.confidential = few_audits(found);
            all.push_back(std::move(block));
        }
    }
    if (confidential) {
        all.push_back(diagnosis::audited_establishments(found));
        all.push_back(diagnosis::weak_points(found));
        all.push_back(diagnosis::systems(found));
        all.push_back(diagnosis::gains_by_establishment(found));
        all.push_back(diagnosis::contradictions(found));
        all.push_back(diagnosis::largest_employers(found));
        all.push_back(diagnosis::establishments(found));
    }
    std::erase_if(all, [](const Block& block) { return block.rows.empty(); });
    return all;
}

}  // namespace releve::report
