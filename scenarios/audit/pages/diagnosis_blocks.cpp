#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include <algorithm>

namespace releve::report {

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
                           diagnosis::planned_recruitments(found),
                           diagnosis::audit_axes(found),
                           diagnosis::influences(found),
                           diagnosis::contradictions_by_rule(found),
                           diagnosis::weak_axes(found),
                           diagnosis::action_gains(found),
                           diagnosis::collective_actions(found)};
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
