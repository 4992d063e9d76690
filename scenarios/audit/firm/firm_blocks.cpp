#include "scenarios/audit/firm/firm_blocks.hpp"

#include <algorithm>

namespace releve::report {

std::vector<Block> firm_blocks(const audit::Diagnosis& found, std::uint32_t establishment) {
    std::vector<Block> all{firm::identity(found, establishment),    firm::departures(found, establishment),
                           firm::know_how(found, establishment),    firm::audit_scores(found, establishment),
                           firm::weak_points(found, establishment), firm::actions(found, establishment),
                           firm::partners(found, establishment)};
    std::erase_if(all, [](const Block& block) {
        const bool says_something = !block.after.empty() && block.key != "partners";
        return block.rows.empty() && block.key != "audit" && !says_something;
    });
    return all;
}

}  // namespace releve::report
