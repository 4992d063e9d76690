#pragma once
#include "scenarios/survey/answers/known_people.hpp"
#include "scenarios/survey/quality/weights.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace releve::survey {

/// A table of the new pack that differs from the base's.
struct ChangedTable {
    std::string_view name;
    std::string bytes;
};

/// The establishments of the base, those surveyed corrected at their place, the new ones after them in the order of the
/// workbook. Size band: the base's while it holds the headcount, else that of the employees (the headcount less the owner).
std::vector<EstablishmentRow> establishments_after(const Answers& answers, const Pack& base);

/// Whether each of them has answered: in the workbook, or in a survey that the base holds.
std::vector<bool> answered_after(const Answers& answers, const Pack& base, std::size_t establishments);

/// The tables establishments, posts, workers, planned_recruitments, audits and survey with the lines of the surveyed
/// establishments replaced or added; other lines as they were, at their place. Only tables whose text changes. Findings
/// tell what changed. `after` and `weights` are of establishments_after().
std::vector<ChangedTable> merged_tables(const Answers& answers, const std::vector<KnownPeople>& people,
                                        const Pack& base, const std::vector<EstablishmentRow>& after,
                                        const ResponseWeights& weights, std::vector<Finding>& findings,
                                        Problems& problems);

}  // namespace releve::survey
