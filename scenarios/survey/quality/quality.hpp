#pragma once
#include "scenarios/survey/answers/known_people.hpp"
#include "scenarios/survey/quality/finding.hpp"
#include "scenarios/survey/quality/weights.hpp"

#include <vector>

namespace releve::survey {

/// Blank cells of one column, among lines that somebody filled in. Nothing is put in their place.
struct Missing {
    Label sheet, column;
    std::size_t blank = 0, lines = 0;
};

/// How good the answers are: for whoever sent the survey out.
struct QualityReport {
    std::size_t added = 0, corrected = 0, audited = 0;  ///< establishments
    int headcount = 0, known = 0;                       ///< people; of which by age
    int vacant = 0;                                     ///< posts told vacant
    std::size_t hard_to_fill = 0;                       ///< occupations of an establishment told hard to fill
    int planned = 0;                                    ///< people expected to be recruited
    std::size_t age_tests = 0;  ///< establishments whose ages were tested against their sector's
    std::vector<Missing> missing;
    std::vector<Finding> findings;
    ResponseWeights weights;
};

/// Blank cells by sheet and column. A weak point is expected where the score is 2 or less; an axis without its score is
/// missing only where the establishment has others.
std::vector<Missing> missing_values(const Filled& filled, const Answers& answers, const Pack& base);

/// Answers that are possible but unusual, and those that contradict each other across sheets.
std::vector<Finding> unusual_answers(const Answers& answers, const Pack& base);

/// The same of the age structures; `tests` is how many were made.
std::vector<Finding> unusual_ages(const Answers& answers, const std::vector<KnownPeople>& people, const Pack& base,
                                  std::size_t& tests);

}  // namespace releve::survey
