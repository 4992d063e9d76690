#include "scenarios/audit/systemic/establishments.hpp"

#include <algorithm>
#include <map>

namespace releve::audit {

namespace {

constexpr double greatest_influence = 3;

double weakness_of(double score) { return (best_score - score) / best_score; }

/// Scores of each audited establishment, by axis; -1: not told.
std::map<std::uint32_t, std::vector<int>> scores_of(const Pack& pack) {
    std::map<std::uint32_t, std::vector<int>> scores;
    for (const AuditRow& row : pack.audits) {
        auto& of_one = scores.try_emplace(row.establishment, pack.audit_axes.size(), -1).first->second;
        of_one[row.axis] = row.score;
    }
    return scores;
}

/// By axis, over the establishments where it is scored; where none is, half.
std::vector<double> mean_weakness(const std::map<std::uint32_t, std::vector<int>>& scores, std::size_t axes) {
    std::vector<double> mean(axes, 0.5);
    for (std::size_t axis = 0; axis < axes; ++axis) {
        double sum = 0;
        double told = 0;
        for (const auto& [establishment, of_one] : scores) {
            sum += of_one[axis] >= 0 ? weakness_of(of_one[axis]) : 0.0;
            told += of_one[axis] >= 0 ? 1 : 0;
        }
        mean[axis] = told > 0 ? sum / told : 0.5;
    }
    return mean;
}

/// Axes that can be improved and move something, by influence; of equals the first in the table.
std::vector<std::uint32_t> levers_of(const SystemView& view) {
    std::vector<std::uint32_t> axes;
    for (std::uint32_t axis = 0; axis < view.indirect.size(); ++axis) {
        if (view.indirect[axis].influence > 0) {
            axes.push_back(axis);
        }
    }
    std::stable_sort(axes.begin(), axes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return view.indirect[a].influence_rank < view.indirect[b].influence_rank;
    });
    return axes;
}

/// Axes that keep their quadrant.
std::size_t quadrants_kept(const SystemView& view, const SystemView& moved) {
    std::size_t kept = 0;
    for (std::size_t axis = 0; axis < view.indirect.size(); ++axis) {
        kept += !moved.empty && moved.indirect[axis].quadrant == view.indirect[axis].quadrant ? 1U : 0U;
    }
    return kept;
}

void move_scores(const CrossMatrix& matrix, EstablishmentSystem& one) {
    if (one.levers.empty()) {
        return;
    }
    double kept = 0;
    double quadrants = 0;
    for (std::size_t axis = 0; axis < one.scores.size(); ++axis) {
        for (const int step : {-1, 1}) {
            const int score = one.scores[axis] + step;
            if (one.scores[axis] < 0 || score < 0 || score > best_score) {
                continue;
            }
            std::vector<double> moved = one.weakness;
            moved[axis] = weakness_of(score);
            const SystemView view = view_of(matrix, moved);
            kept += !view.empty && view.indirect[one.levers.front()].influence_rank == 1 ? 1 : 0;
            quadrants += static_cast<double>(quadrants_kept(one.view, view)) / static_cast<double>(matrix.axes);
            ++one.cases;
        }
    }
    if (one.cases > 0) {
        one.first_lever_kept = kept / static_cast<double>(one.cases);
        one.quadrants_kept = quadrants / static_cast<double>(one.cases);
    }
}

/// Places of the axes on average over the establishments in which anything can be improved, weighted.
std::vector<AxisPlace> mean_places(const CrossMatrix& matrix, const std::vector<EstablishmentSystem>& establishments) {
    std::vector<double> influence(matrix.axes);
    std::vector<double> dependence(matrix.axes);
    double weights = 0;
    for (const EstablishmentSystem& one : establishments) {
        const SystemView view = view_of(matrix, one.weakness);
        weights += view.empty ? 0 : one.weight;
        for (std::size_t axis = 0; axis < matrix.axes && !view.empty; ++axis) {
            influence[axis] += one.weight * view.indirect[axis].influence;
            dependence[axis] += one.weight * view.indirect[axis].dependence;
        }
    }
    for (std::size_t axis = 0; axis < matrix.axes && weights > 0; ++axis) {
        influence[axis] /= weights;
        dependence[axis] /= weights;
    }
    return places_of(influence, dependence);
}

void count_first_levers(TerritorySystem& system) {
    system.first_lever_of.assign(system.matrix.axes, 0);
    double weights = 0;
    for (const EstablishmentSystem& one : system.establishments) {
        weights += one.levers.empty() ? 0 : one.weight;
    }
    for (const EstablishmentSystem& one : system.establishments) {
        if (!one.levers.empty() && weights > 0) {
            system.first_lever_of[one.levers.front()] += one.weight / weights;
        }
    }
}

}  // namespace

TerritorySystem system_of(const Pack& pack, const RandomMoves& moves) {
    TerritorySystem system;
    if (pack.audits.empty()) {
        return system;
    }
    system.matrix = cross_matrix(pack);
    system.structure = view_of(system.matrix);
    const auto scores = scores_of(pack);
    const std::vector<double> means = mean_weakness(scores, system.matrix.axes);
    for (const auto& [establishment, of_one] : scores) {
        EstablishmentSystem one{.establishment = establishment, .scores = of_one, .weakness = means};
        for (std::size_t axis = 0; axis < of_one.size(); ++axis) {
            one.weakness[axis] = of_one[axis] >= 0 ? weakness_of(of_one[axis]) : means[axis];
        }
        for (const SurveyAnswer& answer : pack.survey) {
            if (answer.establishment == establishment) {
                one.weight = answer.weight;
                system.weighted = true;
            }
        }
        one.view = view_of(system.matrix, one.weakness);
        one.levers = levers_of(one.view);
        move_scores(system.matrix, one);
        system.establishments.push_back(std::move(one));
    }
    const Reading of_all = [&](const CrossMatrix& matrix) { return mean_places(matrix, system.establishments); };
    system.territory = of_all(system.matrix);
    system.one_at_a_time = moved_one_at_a_time(system.matrix, of_all);
    system.at_random = moved_at_random(system.matrix, moves, of_all);
    count_first_levers(system);
    return system;
}

double pull(const CrossMatrix& matrix, std::span<const double> weakness, std::size_t from, std::size_t to) {
    double sum = matrix(from, to) / greatest_influence;
    for (std::size_t between = 0; between < matrix.axes; ++between) {
        if (between != to && between != from) {
            sum += matrix(from, between) / greatest_influence * weakness[between] * matrix(between, to) /
                   greatest_influence;
        }
    }
    return from == to ? 0.0 : weakness[from] * sum;
}

}  // namespace releve::audit
