#pragma once
#include "engine/model/conduct/score_model.hpp"

namespace releve {

/// How well the scores of each audited establishment are told by the audits of all others.
struct ScoreCheck {
    std::size_t scores = 0;
    double coverage = 0;              ///< share of scores within the 80 % prediction interval
    double error = 0;                 ///< root mean square of score less forecast [points]
    double error_of_axis_mean = 0;    ///< the same where the forecast is the others' mean on the axis
    double error_of_sector_mean = 0;  ///< of the others of the sector group; of all others where there is none
    double mean_interval = 0;         ///< width of the prediction interval [points]
};

/// Leaves out one establishment at a time, all its axes, and fits the model again to the others: exact, in closed form from
/// one factorisation for each point of the grid. Nothing to tell (0 scores) with fewer than two audited.
ScoreCheck check_scores(const ScoreModel& model);

}  // namespace releve
