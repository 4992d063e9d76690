#pragma once
#include "scenarios/compare/paired.hpp"
#include "scenarios/report/measures.hpp"

#include <vector>

namespace releve::report {

/// A plan against the baseline in one measure and one year.
struct Change {
    std::size_t scenario = 0;
    std::size_t measure = 0;  ///< position in the measures asked for
    int year = 0;
    compare::PairedDifference paired{};
    double adjusted_p = 0;  ///< Holm-corrected over all changes of the list
};

/// Every scenario but the first against the first, in every measure and year that the file has.
std::vector<Change> changes_of(const Dataset& results, const std::vector<Measure>& measures,
                               const std::vector<int>& years, double level);

/// Probability that a plan does better than the baseline in one replicate, ties counted half; of "higher" where neither
/// is better.
compare::Interval better_of(const Change& change, Better better);

/// The course of one measure in one scenario.
struct Course {
    std::vector<compare::Summary> by_year;
};
Course course_of(const Dataset& results, const Measure& measure, std::size_t scenario, const std::vector<int>& years);

/// One occupation or competence that lacks most.
struct WeakPoint {
    std::size_t position = 0;
    Text label;
    double lack = 0;      ///< openings nobody filled a year, or FTE lacking
    double relative = 0;  ///< for 100 people in post, or coverage in per cent
};
/// Occupations by openings nobody filled, mean over the run, in the first scenario.
std::vector<WeakPoint> occupations_short(const Dataset& results, std::size_t most);
/// Competences by full-time equivalents lacking in the last year, in the first scenario.
std::vector<WeakPoint> competences_short(const Dataset& results, std::size_t most);

}  // namespace releve::report
