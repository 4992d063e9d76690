#pragma once
#include "engine/base/text.hpp"
#include "engine/inputs/pack.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// The axes of the audit as a system: what each moves and what moves it (MICMAC: J.-C. Duperrin and M. Godet, 1973).
namespace releve::audit {

/// Influence of each axis on each other, 0 to 3; `from` * axes + `to`. Nothing on itself.
struct CrossMatrix {
    std::size_t axes = 0;
    std::vector<double> influence;
    double operator()(std::size_t from, std::size_t to) const { return influence[from * axes + to]; }
};
/// That of the pack; 0 where it tells none.
CrossMatrix cross_matrix(const Pack& pack);

/// Where an axis stands against the means of influence and of dependence. On a mean: above it.
enum class Quadrant : std::uint8_t { lever, relay, result, autonomous };
inline constexpr std::array<Word, 4> quadrant_words{{
    {"lever", {"lever: moves others, little moved", "levier\u00a0: agit sur les autres, en dépend peu"}},
    {"relay", {"relay: moves others and is moved", "relais\u00a0: agit sur les autres et en dépend"}},
    {"result", {"result: moved by others, moves few", "résultat\u00a0: dépend des autres, agit peu"}},
    {"autonomous", {"autonomous: neither moves nor is moved much", "autonome\u00a0: agit peu et dépend peu"}},
}};

struct AxisPlace {
    double influence = 0, dependence = 0;  ///< share of the sum over all axes
    int influence_rank = 1;                ///< 1: the most; equals share the better rank
    int dependence_rank = 1;
    Quadrant quadrant = Quadrant::autonomous;
};

/// How the order of the axes settles as longer chains of influences are counted.
enum class Settling : std::uint8_t {
    settled,       ///< from `power` on no rank changes
    oscillates,    ///< ranks come back every `period` powers: the shares are means over one period
    unsettled,     ///< neither within most_links: those of the last power
    no_long_chain  ///< no chain is longer than `power` links: those of the longest
};

struct SystemView {
    std::vector<AxisPlace> direct;    ///< by axis: chains of one link
    std::vector<AxisPlace> indirect;  ///< chains of `power` links
    int power = 1;
    int period = 1;
    Settling settling = Settling::settled;
    bool empty = false;  ///< nothing influences anything: all shares are 0
};

inline constexpr int most_links = 40;  ///< far beyond the 4 to 8 powers after which such matrices settle

/// Sums over the chains of k links i -> ... -> j: product of the influences along the chain and of the weakness of every axis
/// on it, both ends included. Their rows are influence, their columns dependence. `weakness`: by axis, from 0 to 1; empty: 1
/// for all, the matrix alone. An axis of weakness 0 (score 4) has nothing to gain and passes nothing on.
SystemView view_of(const CrossMatrix& matrix, std::span<const double> weakness = {});

/// Quadrants and ranks of given shares.
std::vector<AxisPlace> places_of(std::span<const double> influence, std::span<const double> dependence);

}  // namespace releve::audit
