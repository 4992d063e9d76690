#pragma once
#include "scenarios/audit/systemic/robustness.hpp"

/// The same matrix seen from each audited establishment, and from all of them together.
namespace releve::audit {

inline constexpr int best_score = 4;

/// An audited establishment. The weakness of an axis is (4 - score) / 4.
struct EstablishmentSystem {
    std::uint32_t establishment = 0;
    double weight = 1;             ///< [establishments] that it stands for (table survey); 1 where none is told
    std::vector<int> scores;       ///< by axis; -1: not scored
    std::vector<double> weakness;  ///< by axis, 0 to 1; not scored: the mean over the audited establishments
    SystemView view;
    /// Axes that can be improved, by indirect influence: the first is the lever of the establishment.
    std::vector<std::uint32_t> levers;
    /// Each score moved by one point up and down, one at a time: share of the cases in which the first lever stays first.
    double first_lever_kept = 1;
    double quadrants_kept = 1;  ///< and, on average over these cases, share of the axes that keep their quadrant
    std::size_t cases = 0;
};

struct TerritorySystem {
    CrossMatrix matrix;
    SystemView structure;                             ///< of the matrix alone, whatever the scores
    Robustness one_at_a_time, at_random;              ///< of `territory`, the scores as they are
    std::vector<EstablishmentSystem> establishments;  ///< in the order of the pack
    /// Indirect influence and dependence: means over the establishments, weighted.
    std::vector<AxisPlace> territory;
    /// By axis: share of the establishments whose first lever it is, weighted.
    std::vector<double> first_lever_of;
    bool weighted = false;  ///< by the table survey
};

/// Empty where the pack has no audits.
TerritorySystem system_of(const Pack& pack, const RandomMoves& moves = {});

/// How strongly axis `from` pulls on axis `to` in an establishment, through chains of one link and of two: influences as
/// shares of the greatest (3) times the weakness of `from` and of the axis between.
double pull(const CrossMatrix& matrix, std::span<const double> weakness, std::size_t from, std::size_t to);

}  // namespace releve::audit
