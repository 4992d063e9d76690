#include "scenarios/audit/levers/advice.hpp"

#include <algorithm>
#include <cmath>

namespace releve::audit {

namespace {

const ActionGains* gains_of(const Gains& gains, const Action* action) {
    const auto found = std::find_if(gains.actions.begin(), gains.actions.end(),
                                    [&](const ActionGains& one) { return one.action == action; });
    return found == gains.actions.end() ? nullptr : &*found;
}

const EstablishmentGains* gains_in(const Gains& gains, const ActionGains* action, std::uint32_t establishment) {
    const auto at = std::find(gains.establishments.begin(), gains.establishments.end(), establishment);
    return action == nullptr || at == gains.establishments.end()
               ? nullptr
               : &action->establishments[static_cast<std::size_t>(at - gains.establishments.begin())];
}

bool gains_more(const RankedAction& a, const RankedAction& b) {
    if (a.gains == nullptr || b.gains == nullptr) {
        return a.gains != nullptr && b.gains == nullptr;
    }
    return a.gains->of(Burden::overall).shrunk > b.gains->of(Burden::overall).shrunk;
}

AdvisedPoint advised(const WeakPoint& point, const Gains& gains) {
    AdvisedPoint advice{point, {}};
    for (const Candidate& one : point.candidates) {
        const ActionGains* const action = gains_of(gains, one.action);
        advice.actions.push_back({one.action, one.direct, one.through, gains_in(gains, action, point.establishment),
                                  action == nullptr || action->targeted});
    }
    std::stable_sort(advice.actions.begin(), advice.actions.end(), gains_more);
    return advice;
}

/// Each action of the points once: direct if it is for one of them, through all the levers by which it acts.
std::vector<RankedAction> best_of(const std::vector<AdvisedPoint>& points) {
    std::vector<RankedAction> best;
    for (const AdvisedPoint& point : points) {
        for (const RankedAction& one : point.actions) {
            const auto known = std::find_if(best.begin(), best.end(),
                                            [&](const RankedAction& other) { return other.action == one.action; });
            if (known == best.end()) {
                best.push_back(one);
                continue;
            }
            known->direct = known->direct || one.direct;
            for (const std::uint32_t axis : one.through) {
                if (std::find(known->through.begin(), known->through.end(), axis) == known->through.end()) {
                    known->through.push_back(axis);
                }
            }
        }
    }
    std::stable_sort(best.begin(), best.end(), gains_more);
    return best;
}

std::vector<Tie> ties_between(const Pack& pack, const std::vector<std::uint32_t>& establishments) {
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < establishments.size(); ++i) {
        for (std::size_t j = i + 1; j < establishments.size(); ++j) {
            const std::uint32_t a = establishments[i];
            const std::uint32_t b = establishments[j];
            const bool linked = std::any_of(pack.links.begin(), pack.links.end(), [&](const Link& link) {
                return (link.establishment == a && link.partner == b) || (link.establishment == b && link.partner == a);
            });
            const Tie tie{a, b, linked, pack.establishments[a].sector == pack.establishments[b].sector,
                          pack.establishments[a].zone == pack.establishments[b].zone};
            if (tie.linked || tie.sector || tie.zone) {
                ties.push_back(tie);
            }
        }
    }
    return ties;
}

/// Adds the establishment to the action shared for that axis.
void share(std::vector<CollectiveAction>& all, const Action* action, std::uint32_t axis, std::uint32_t establishment) {
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const CollectiveAction& one) { return one.action == action && one.axis == axis; });
    if (found == all.end()) {
        found = all.insert(all.end(), {.action = action, .axis = axis});
    }
    if (found->establishments.empty() || found->establishments.back() != establishment) {
        found->establishments.push_back(establishment);
    }
}

void sum_up(CollectiveAction& shared, const Gains& gains) {
    const ActionGains* const action = gains_of(gains, shared.action);
    double variance = 0;  // of what is each one's own
    double common = 0;
    for (const std::uint32_t establishment : shared.establishments) {
        if (const EstablishmentGains* const one = gains_in(gains, action, establishment)) {
            const Gain& gain = one->of(Burden::overall);
            shared.gain += gain.shrunk;
            variance += gain.shrunk_error * gain.shrunk_error - gain.common_error * gain.common_error;
            common += gain.common_error;
            shared.cost += one->cost;
        }
    }
    shared.error = std::sqrt(std::max(0.0, variance) + common * common);
    shared.probability = shared.error > 0 ? 0.5 * std::erfc(-shared.gain / shared.error / std::sqrt(2.0))
                                          : (shared.gain > 0 ? 1.0 : 0.0);
}

std::vector<CollectiveAction> collective(const Pack& pack, const std::vector<EstablishmentAdvice>& establishments,
                                         const Gains& gains) {
    std::vector<CollectiveAction> all;
    for (const EstablishmentAdvice& one : establishments) {
        for (const AdvisedPoint& point : one.points) {
            for (const RankedAction& ranked : point.actions) {
                if (ranked.direct) {
                    share(all, ranked.action, point.point.axis, one.establishment);
                }
            }
        }
    }
    std::erase_if(all, [](const CollectiveAction& one) { return one.establishments.size() < 2; });
    for (CollectiveAction& one : all) {
        one.ties = ties_between(pack, one.establishments);
        sum_up(one, gains);
    }
    std::stable_sort(all.begin(), all.end(), [](const CollectiveAction& a, const CollectiveAction& b) {
        return a.gain != b.gain ? a.gain > b.gain : a.establishments.size() > b.establishments.size();
    });
    return all;
}

}  // namespace

Advice advise(const Pack& pack, const TerritorySystem& system, const Gains& gains) {
    Advice advice;
    for (const EstablishmentSystem& one : system.establishments) {
        advice.establishments.push_back({one.establishment, {}, {}});
    }
    for (const WeakPoint& point : weak_points_of(pack, system)) {
        const auto at = std::find_if(advice.establishments.begin(), advice.establishments.end(),
                                     [&](const auto& one) { return one.establishment == point.establishment; });
        at->points.push_back(advised(point, gains));
    }
    for (EstablishmentAdvice& one : advice.establishments) {
        one.best = best_of(one.points);
    }
    advice.collective = collective(pack, advice.establishments, gains);
    return advice;
}

}  // namespace releve::audit
