#pragma once
#include "engine/model/process.hpp"

#include <vector>

namespace releve {

/// Who may set up on their own.
struct FounderRules {
    double from_post = 0;  ///< probability that a founder is looked for among people in post first
    double most_age = 0;   ///< [years]
    double mastery = 0;    ///< of the trade, at least
};

/// Gives each birth of a month its founder, a resident who practises the occupation of its first cell: a job seeker, or
/// an employee of any establishment of the territory. One whom nobody founds keeps none.
void find_founders(const Step& at, const FounderRules& rules, std::vector<Founding>& births);

}  // namespace releve
