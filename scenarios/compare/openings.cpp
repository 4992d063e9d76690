#include "scenarios/compare/openings.hpp"

#include <limits>

namespace releve::compare {

Blocks blocks_of(const Flows& flows, double years) {
    Blocks blocks;
    blocks.net_creations = (flows.after - flows.before) / years;
    blocks.career_ends = flows.career_ends / years;
    blocks.openings = blocks.net_creations + blocks.career_ends;
    blocks.young = flows.young / years;
    blocks.from_away = (flows.from_outside - flows.to_outside) / years;
    blocks.from_others = flows.other_occupations / years;
    blocks.rest = blocks.openings - blocks.young - blocks.from_away - blocks.from_others;
    blocks.imbalance = flows.before > 0 ? blocks.rest * years / flows.before : std::numeric_limits<double>::quiet_NaN();
    return blocks;
}

}  // namespace releve::compare
