#pragma once
#include "scenarios/audit/systemic/cross_impact.hpp"

#include <functional>

/// How much of a reading hangs on one influence judged one point too high or too low.
namespace releve::audit {

/// Places of the axes that a matrix tells.
using Reading = std::function<std::vector<AxisPlace>(const CrossMatrix&)>;
/// The matrix alone, indirect view.
std::vector<AxisPlace> read_alone(const CrossMatrix& matrix);

/// Of one axis: share of the cases in which it keeps its place.
struct AxisRobustness {
    double quadrant = 1;
    double influence_rank = 1;
    double dependence_rank = 1;
};

struct Robustness {
    std::size_t cases = 0;
    std::vector<AxisRobustness> axes;
    double all_quadrants = 1;  ///< share of the cases in which every axis keeps its quadrant
};

/// Each influence up one point and down one point, one at a time; a move out of 0-3 is no case.
Robustness moved_one_at_a_time(const CrossMatrix& matrix, const Reading& read = read_alone);

struct RandomMoves {
    std::uint32_t seed = 1;
    std::uint32_t draws = 2000;  ///< standard error of a share: 0.011 at most
};
/// Every influence at once down one point, kept or up one point, with one chance in three each, held within 0-3.
Robustness moved_at_random(const CrossMatrix& matrix, const RandomMoves& moves = {}, const Reading& read = read_alone);

}  // namespace releve::audit
