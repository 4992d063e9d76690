#include "engine/model/conduct/score_model.hpp"

#include "engine/base/portable_math.hpp"
#include "engine/model/conduct/score_algebra.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

using namespace score_algebra;

/// Numbers of the parents of the sectors, in the order of their table; a sector without one stands for itself.
void number_sector_groups(const CodeList& sectors, ScoreModel& model) {
    std::vector<std::string> groups;
    for (std::size_t sector = 0; sector < sectors.size(); ++sector) {
        const std::string& group = sectors.parents[sector].empty() ? sectors.codes[sector] : sectors.parents[sector];
        const auto found = std::find(groups.begin(), groups.end(), group);
        model.sector_group.push_back(static_cast<std::uint32_t>(found - groups.begin()));
        if (found == groups.end()) {
            groups.push_back(group);
        }
    }
    model.sector_groups = static_cast<std::uint32_t>(groups.size());
}

}  // namespace

const std::vector<ScoreRatios>& score_grid() {
    static const std::vector<ScoreRatios> grid = [] {
        constexpr std::array<double, 4> deviations{0.1, 0.4, 0.7, 1.0};
        std::vector<ScoreRatios> points;
        for (const double sector : deviations) {
            for (const double band : deviations) {
                for (const double kind : deviations) {
                    for (const double common : deviations) {
                        points.push_back({sector * sector, band * band, kind * kind, common * common});
                    }
                }
            }
        }
        return points;
    }();
    return grid;
}

ScoreModel read_scores(const Pack& pack) {
    ScoreModel model;
    std::vector<std::size_t> position(pack.audit_axes.size(), no_index);
    std::vector<AuditRow> rows = pack.audits;  // by establishment and axis: the order of the table tells nothing
    std::sort(rows.begin(), rows.end(), [](const AuditRow& a, const AuditRow& b) {
        return a.establishment != b.establishment ? a.establishment < b.establishment : a.axis < b.axis;
    });
    for (std::uint32_t axis = 0; axis < pack.audit_axes.size(); ++axis) {
        if (std::any_of(rows.begin(), rows.end(), [&](const AuditRow& row) { return row.axis == axis; })) {
            position[axis] = model.axes.size();
            model.axes.push_back(axis);
        }
    }
    for (const AuditRow& row : rows) {
        if (model.audited.empty() || model.audited.back().establishment != row.establishment) {
            const EstablishmentRow& house = pack.establishments[row.establishment];
            model.audited.push_back({row.establishment, {house.sector, house.size_band, house.kind}, {}});
        }
        model.audited.back().scores.push_back({position[row.axis], static_cast<double>(row.score)});
    }
    number_sector_groups(pack.sectors, model);
    return model;
}

ScoreModel fit_scores(const Pack& pack) {
    ScoreModel model = read_scores(pack);
    if (model.empty()) {
        return model;
    }
    const Unknowns unknowns(model);
    std::vector<double> logarithms;
    for (const ScoreRatios& ratios : score_grid()) {
        const Solved solved = solve(model, unknowns, ratios);
        logarithms.push_back(log_prior(ratios) - solved.log_determinant / 2 -
                             solved.degrees / 2 * portable_log(solved.squares));
    }
    model.weights = normalised(std::move(logarithms));
    return model;
}

std::vector<ScoreForecast> forecast_scores(const ScoreModel& model, std::span<const ScoreQuestion> questions) {
    const Unknowns unknowns(model);
    std::vector<ScoreForecast> forecasts(questions.size());
    std::vector<double> squares(questions.size());
    for (std::size_t point = 0; point < model.weights.size(); ++point) {
        const ScoreRatios& ratios = score_grid()[point];
        const Solved solved = solve(model, unknowns, ratios);
        const Eigen::MatrixXd spread =
            solved.precision.solve(Eigen::MatrixXd::Identity(unknowns.size(), unknowns.size()));
        for (std::size_t q = 0; q < questions.size(); ++q) {
            const auto shown = unknowns.of(questions[q].axis, questions[q].stratum);
            double mean = prior_mean;
            double variance = 1 + ratios[static_cast<std::size_t>(ScoreEffect::common)];
            for (std::size_t term = 0; term < terms; ++term) {
                if (shown[term] == not_shown) {
                    variance += prior_ratio(ratios, term);
                    continue;
                }
                mean += solved.mean[shown[term]];
                for (const Eigen::Index other : shown) {
                    variance += other == not_shown ? 0.0 : spread(shown[term], other);
                }
            }
            forecasts[q].mean += model.weights[point] * mean;
            squares[q] += model.weights[point] * (solved.variance() * variance + mean * mean);
        }
    }
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const double mean = forecasts[q].mean;
        forecasts[q].deviation = std::sqrt(std::max(0.0, squares[q] - mean * mean));
    }
    return forecasts;
}

double expected_score(const ScoreForecast& forecast) {
    const double variance = forecast.deviation * forecast.deviation - rounding_variance;
    const double width = std::sqrt(2 * std::max(1e-12, variance));
    double sum = 0;  // of the probabilities of 1 or more, 2 or more...
    for (double from = 0.5; from < highest_score; from += 1) {
        sum += std::erfc((from - forecast.mean) / width) / 2;
    }
    return sum;
}

}  // namespace releve
