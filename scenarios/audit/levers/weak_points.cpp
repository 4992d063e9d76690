#include "scenarios/audit/levers/weak_points.hpp"

#include <algorithm>
#include <tuple>

namespace releve::audit {

namespace {

std::vector<LeverOf> levers_of(const CrossMatrix& matrix, const EstablishmentSystem& system, std::uint32_t axis) {
    std::vector<LeverOf> levers;
    for (std::uint32_t from = 0; from < matrix.axes; ++from) {
        const double strength = pull(matrix, system.weakness, from, axis);
        if (strength > 0) {
            levers.push_back({from, strength, system.scores[from]});
        }
    }
    std::stable_sort(levers.begin(), levers.end(), [](const LeverOf& a, const LeverOf& b) { return a.pull > b.pull; });
    levers.resize(std::min(levers.size(), levers_of_each));
    return levers;
}

std::vector<Candidate> candidates_of(const Pack& pack, const WeakPoint& point) {
    std::vector<Candidate> candidates;
    for (const Action* action : all_actions()) {
        Candidate candidate{action, acts_on(*action, pack.audit_axes.codes[point.axis]), {}};
        for (const LeverOf& lever : point.levers) {
            if (acts_on(*action, pack.audit_axes.codes[lever.axis])) {
                candidate.through.push_back(lever.axis);
            }
        }
        if (candidate.direct || !candidate.through.empty()) {
            candidates.push_back(std::move(candidate));
        }
    }
    std::stable_partition(candidates.begin(), candidates.end(), [](const Candidate& one) { return one.direct; });
    return candidates;
}

}  // namespace

bool acts_on(const Action& action, std::string_view axis) {
    return std::find(action.axes.begin(), action.axes.end(), axis) != action.axes.end();
}

std::vector<WeakPoint> weak_points_of(const Pack& pack, const TerritorySystem& system) {
    std::vector<WeakPoint> points;
    for (const EstablishmentSystem& one : system.establishments) {
        const std::size_t first = points.size();
        for (const AuditRow& row : pack.audits) {
            if (row.establishment != one.establishment || row.score > weak_point_to) {
                continue;
            }
            WeakPoint point{.establishment = row.establishment,
                            .axis = row.axis,
                            .score = row.score,
                            .audit = &row,
                            .quadrant = one.view.indirect[row.axis].quadrant};
            point.levers = levers_of(system.matrix, one, row.axis);
            point.candidates = candidates_of(pack, point);
            points.push_back(std::move(point));
        }
        const auto rank = [&](const WeakPoint& point) {
            return std::tuple(point.score, one.view.indirect[point.axis].influence_rank, point.axis);
        };
        std::sort(points.begin() + static_cast<std::ptrdiff_t>(first), points.end(),
                  [&](const WeakPoint& a, const WeakPoint& b) { return rank(a) < rank(b); });
    }
    return points;
}

}  // namespace releve::audit
