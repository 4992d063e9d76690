#pragma once
#include "scenarios/survey/answers/answers.hpp"
#include "scenarios/survey/quality/finding.hpp"

#include <vector>

namespace releve::survey {

/// People of one cell of whom the same is known: a line of the table workers.
struct KnownPeople {
    std::uint32_t establishment = 0;  ///< position in the answers
    std::uint32_t occupation = 0;
    int born_from = 0, born_to = 0;  ///< years
    int sex = -1, contract = -1;     ///< -1: not told
    int hired = 0;                   ///< 0: not told, or after the pack's start
    int persons = 1;

    auto operator<=>(const KnownPeople&) const = default;
};

/// People of the workbook as the table workers wants them, in an order that does not tell that of the lines. Where both
/// sheets tell of an establishment's occupation, each person is taken out of their age band, and what is left of the bands
/// is added. Findings: people whom no band holds; years of hiring after the pack's start, left blank; people too young or
/// too old at the start, left out. A problem where both sheets together make more people than posts.
std::vector<KnownPeople> known_people(const Answers& answers, const Pack& base, std::vector<Finding>& findings,
                                      Problems& problems);

}  // namespace releve::survey
