#pragma once
#include "engine/base/draws.hpp"
#include "engine/inputs/pack.hpp"

#include <array>
#include <span>
#include <vector>

/// Carries the scores of the audits to the establishments that nobody audited. The score of an establishment on an axis is
///     mean of the axis + effects of its sector group, size band and kind on the axis
///     + what the establishment has in common over all axes + a residual,
/// all normal. The effects of one kind share one variance over all axes, so that all the scores together tell how large
/// they are. The ratios of these variances to that of the residual are integrated over a grid, the variance of the residual
/// in closed form. What thirty audits cannot tell stays in the spread of the draws (docs/model/rationale/conduct.md).
namespace releve {

/// What is known of an establishment that nobody audited.
struct ScoreStratum {
    std::uint32_t sector = 0;
    std::uint8_t size_band = 0;
    EstablishmentKind kind = EstablishmentKind::ordinary;
};

/// What differs between establishments: variances against that of the residual.
enum class ScoreEffect : std::size_t { sector, size_band, kind, common };
inline constexpr std::size_t score_effects = 4;
using ScoreRatios = std::array<double, score_effects>;

struct AuditedEstablishment {
    struct Score {
        std::size_t axis;  ///< position among the scored axes
        double score;
    };
    std::uint32_t establishment = 0;
    ScoreStratum stratum;
    std::vector<Score> scores;
};

struct ScoreModel {
    std::vector<std::uint32_t> axes;          ///< of the pack that have a score at all: the scored axes
    std::vector<std::uint32_t> sector_group;  ///< by sector: number of its parent
    std::uint32_t sector_groups = 0;
    std::vector<AuditedEstablishment> audited;
    std::vector<double> weights;  ///< posterior probability of each point of score_grid()
    bool empty() const { return axes.empty(); }
};

/// The ratios over which is integrated: every combination of a few standard deviations, 0.1 to 1 times the residual's.
const std::vector<ScoreRatios>& score_grid();

/// The audits of a pack, without weights; empty without audits.
ScoreModel read_scores(const Pack& pack);
/// The same with the posterior of the ratios.
ScoreModel fit_scores(const Pack& pack);

/// Of a score not yet seen, before it is cut to 0-4 and rounded [points].
struct ScoreForecast {
    double mean = 0;
    double deviation = 0;
};
struct ScoreQuestion {
    std::size_t axis = 0;  ///< position among the scored axes
    ScoreStratum stratum;
};
std::vector<ScoreForecast> forecast_scores(const ScoreModel& model, std::span<const ScoreQuestion> questions);

inline constexpr double highest_score = 4;
/// Mean of that score once cut to 0-4 and rounded, as draw_scores gives it.
double expected_score(const ScoreForecast& forecast);

/// Where an axis of the pack has no score.
inline constexpr std::uint8_t no_score = 0xFF;

/// Scores of every establishment of the pack, drawn for a replicate: establishment * axes of the pack + axis. First the
/// ratios, the variance and the effects, then what each establishment has for itself; cut to 0-4 and rounded, as an auditor
/// would (the residual drawn is narrower by the variance of rounding, 1/12, which the scores it was fitted to contain).
/// Audited ones keep their score. Draws depend on the replicate, the establishment and the axis only.
std::vector<std::uint8_t> draw_scores(const ScoreModel& model, const Pack& pack, const Luck& luck);

}  // namespace releve
