#include "scenarios/audit/systemic/cross_impact.hpp"

#include <algorithm>
#include <numeric>

namespace releve::audit {

namespace {

using Shares = std::vector<double>;

/// Sums over the chains of a number of links, as shares of the sum over all axes.
struct Sums {
    Shares influence, dependence;
    bool none = false;  ///< no chain is so long
};

/// Divided by the sum, so that no power overflows. Whether there was anything.
bool normalise(Shares& shares) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) {
        share = sum > 0 ? share / sum : 0.0;
    }
    return sum > 0;
}

/// Chains with one link more in front: influence of i = weakness of i * sum over j of influence (i, j) * influence of j;
/// and the same from the other end for dependence.
Sums longer(const CrossMatrix& matrix, const Shares& weakness, const Sums& sums) {
    Sums next{Shares(matrix.axes), Shares(matrix.axes)};
    for (std::size_t i = 0; i < matrix.axes; ++i) {
        for (std::size_t j = 0; j < matrix.axes; ++j) {
            next.influence[i] += weakness[i] * matrix(i, j) * sums.influence[j];
            next.dependence[i] += weakness[i] * matrix(j, i) * sums.dependence[j];
        }
    }
    const bool some = normalise(next.influence);
    next.none = !normalise(next.dependence) || !some;
    return next;
}

/// 1: the most. Differences that rounding may make are none.
std::vector<int> ranks_of(std::span<const double> shares) {
    constexpr double rounding = 1e-9;
    std::vector<int> ranks(shares.size(), 1);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        for (const double other : shares) {
            ranks[i] += other > shares[i] * (1 + rounding) + rounding * rounding ? 1 : 0;
        }
    }
    return ranks;
}

using Ranks = std::pair<std::vector<int>, std::vector<int>>;
Ranks ranks_of(const Sums& sums) { return {ranks_of(sums.influence), ranks_of(sums.dependence)}; }

double mean_of(std::span<const double> shares) {
    return std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
}

Quadrant quadrant_of(bool influent, bool dependent) {
    if (influent) {
        return dependent ? Quadrant::relay : Quadrant::lever;
    }
    return dependent ? Quadrant::result : Quadrant::autonomous;
}

/// Means over the last `period` powers.
Sums mean_of_last(std::span<const Sums> powers, std::size_t period) {
    const std::size_t axes = powers.back().influence.size();
    Sums mean{Shares(axes), Shares(axes)};
    for (const Sums& one : powers.last(period)) {
        for (std::size_t i = 0; i < axes; ++i) {
            mean.influence[i] += one.influence[i] / static_cast<double>(period);
            mean.dependence[i] += one.dependence[i] / static_cast<double>(period);
        }
    }
    return mean;
}

/// From the powers 1, 2, ... the one whose order of the axes is that of all longer ones.
void settle(std::span<const Sums> powers, SystemView& view) {
    const bool ended = powers.size() < static_cast<std::size_t>(most_links);
    const Ranks last = ranks_of(powers.back());
    std::size_t first = powers.size();  // power from which nothing changes
    while (first > 1 && ranks_of(powers[first - 2]) == last) {
        --first;
    }
    std::size_t shown = first;
    std::size_t period = 1;
    if (ended) {
        view.settling = Settling::no_long_chain;
        shown = powers.size();
    } else if (first == powers.size()) {
        period = 2;
        while (period <= powers.size() / 2 && ranks_of(powers[powers.size() - 1 - period]) != last) {
            ++period;
        }
        view.settling = period <= powers.size() / 2 ? Settling::oscillates : Settling::unsettled;
        period = view.settling == Settling::oscillates ? period : 1;
    }
    view.power = static_cast<int>(shown);
    view.period = static_cast<int>(period);
    const Sums sums = period > 1 ? mean_of_last(powers, period) : powers[shown - 1];
    view.indirect = places_of(sums.influence, sums.dependence);
}

}  // namespace

CrossMatrix cross_matrix(const Pack& pack) {
    CrossMatrix matrix{pack.audit_axes.size(), {}};
    matrix.influence.resize(matrix.axes * matrix.axes);
    for (const CrossImpact& one : pack.cross_impact) {
        if (one.from != one.to) {
            matrix.influence[one.from * matrix.axes + one.to] = one.influence;
        }
    }
    return matrix;
}

std::vector<AxisPlace> places_of(std::span<const double> influence, std::span<const double> dependence) {
    constexpr double rounding = 1e-9;
    const std::vector<int> influence_ranks = ranks_of(influence);
    const std::vector<int> dependence_ranks = ranks_of(dependence);
    std::vector<AxisPlace> places;
    for (std::size_t i = 0; i < influence.size(); ++i) {
        const bool influent = influence[i] > 0 && influence[i] >= mean_of(influence) * (1 - rounding);
        const bool dependent = dependence[i] > 0 && dependence[i] >= mean_of(dependence) * (1 - rounding);
        places.push_back(
            {influence[i], dependence[i], influence_ranks[i], dependence_ranks[i], quadrant_of(influent, dependent)});
    }
    return places;
}

SystemView view_of(const CrossMatrix& matrix, std::span<const double> weakness) {
    SystemView view;
    const Shares weights = weakness.empty() ? Shares(matrix.axes, 1.0) : Shares(weakness.begin(), weakness.end());
    std::vector<Sums> powers;
    Sums sums{weights, weights};  // chains of no link: each axis alone
    while (powers.size() < static_cast<std::size_t>(most_links)) {
        sums = longer(matrix, weights, sums);
        if (sums.none) {
            break;
        }
        powers.push_back(sums);
    }
    if (powers.empty()) {
        view.empty = true;
        view.settling = Settling::no_long_chain;
        view.direct = places_of(Shares(matrix.axes), Shares(matrix.axes));
        view.indirect = view.direct;
        return view;
    }
    view.direct = places_of(powers.front().influence, powers.front().dependence);
    settle(powers, view);
    return view;
}

}  // namespace releve::audit
