#pragma once
#include "scenarios/compare/paired.hpp"
#include "scenarios/report/measures.hpp"

#include <vector>

namespace releve::report {

/// A plan against its reference in one measure and one year.
struct Change {
    std::size_t scenario = 0;
    std::size_t reference = 0;  ///< the first scenario of the same future
    std::size_t measure = 0;    ///< position in the measures asked for
    int year = 0;
    compare::PairedDifference paired{};
    double adjusted_p = 0;  ///< Holm-corrected over all changes of the list
};

/// Every scenario against the first of its future, in every measure and year that the file has.
std::vector<Change> changes_of(const Dataset& results, const std::vector<Measure>& measures,
                               const std::vector<int>& years, double level);

/// Median over plans and milestone years of what pairing divides the variance of the difference of unfilled post-months by;
/// NaN if it is nowhere finite.
double shortage_variance_reduction(const Dataset& results, double level);

/// Probability that a plan does better than the baseline in one replicate, ties counted half; of "higher" where neither
/// is better.
compare::Interval better_of(const Change& change, Better better);

/// The course of one measure in one scenario.
struct Course {
    std::vector<compare::Summary> by_year;
};
Course course_of(const Dataset& results, const Measure& measure, std::size_t scenario, const std::vector<int>& years);

/// Where something lacks, and beside what it is judged.
struct Weakness {
    std::string_view dimension, lack, beside;
    bool is_share;  ///< `beside` is a share in itself; else the lack is told for 100 of it
};
inline constexpr Weakness short_occupations{"occupation", "hiring_gap", "employment_by_occupation", false};
inline constexpr Weakness short_competences{"competence", "competence_shortage", "competence_coverage_by_competence",
                                            true};

/// One occupation or competence that lacks most in the last year of the first scenario.
struct WeakPoint {
    Text label;
    double lack = 0;  ///< openings nobody filled in the year, or FTE lacking at its end: mean of the replicates
    double low = 0, high = 0;  ///< between which 8 replicates in 10 lie
    double relative = 0;       ///< for 100 people in post, or coverage in per cent
};
std::vector<WeakPoint> weak_points(const Dataset& results, const Weakness& weakness, std::size_t most);

}  // namespace releve::report
