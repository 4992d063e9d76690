#pragma once
#include "scenarios/compare/paired.hpp"
#include "scenarios/report/measures.hpp"
#include "scenarios/report/pairs.hpp"

#include <span>

/// Who gains and who loses: every cell of the breakdowns, against the reference.
namespace releve::report {

/// One output broken down, and which way is better.
struct Breakdown {
    std::string_view by;  ///< as --by asks for it
    std::string_view variable;
    Label label;
    bool lower_is_better;
};
std::span<const Breakdown> breakdowns();

/// One cell of one breakdown under one plan, in the last year.
struct CellChange {
    Pair pair;
    const Breakdown* breakdown = nullptr;
    std::vector<std::string> codes;  ///< on each axis of the output
    Text label;                      ///< "Langres", "25 to 29, women"
    double before = 0;               ///< mean in the reference
    compare::Interval change{};      ///< mean paired difference and its interval
    double p_value = 0, adjusted_p = 0;

    /// How much better it is for those concerned.
    double gain() const { return breakdown->lower_is_better ? -change.mean : change.mean; }
};

/// Every cell of every plan; p-values are Holm-adjusted over all of them. `by`: of one dimension alone; empty: of all.
/// Empty too if the file does not keep the spread of paired differences (older files).
std::vector<CellChange> cell_changes(const Dataset& results, std::string_view by, double level);

struct Verdicts {
    std::size_t cells = 0, gains = 0, losses = 0;
};
/// Cells of one plan with an effect shown: adjusted p below 1 - level.
Verdicts verdicts_of(const std::vector<CellChange>& cells, std::size_t scenario, double level);

}  // namespace releve::report
