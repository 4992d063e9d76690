#pragma once
#include "engine/base/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Statistical secrecy of tables that are made public: a cell that tells of too few is hidden (shown as `s`), and so are
/// others from which it could be worked out.
namespace releve::audit {

struct SecrecyRules {
    std::uint32_t establishments = 3;  ///< fewer in a cell: hidden
    double largest_share = 0.85;       ///< one that has more than this of a cell: hidden
    double persons = 5;                ///< fewer in a cell: hidden
    double protection = 0.2;  ///< what is hidden must not be known closer than this share of it, above and below
};
/// Where the rules come from, for those who ask.
inline constexpr Label secrecy_source{
    "Insee and Urssaf: 3 establishments at least and none above 85 % of a cell; 5 employees for tables on people; "
    "protection: guess (0.1 to 0.3)",
    "Insee et Urssaf\u00a0: 3 établissements au moins et aucun au-dessus de 85\u00a0% d'une case\u00a0; 5 salariés "
    "pour "
    "les tables sur les personnes\u00a0; protection\u00a0: conjecture (0,1 à 0,3)"};

inline constexpr std::uint32_t no_parent = 0xFFFFFFFFu;

/// What one establishment brings to a cell.
struct Contribution {
    std::uint32_t establishment = 0;
    double value = 0;
};

/// One cell of a table in which totals are shown: each cell but the top ones is a part of its parent, and the parts of a cell
/// sum to it. Parents come before their parts. One-way: a total, and its parts. Values are never negative.
struct PublicCell {
    std::uint32_t parent = no_parent;
    double persons = 0;                       ///< whom it tells of
    std::vector<Contribution> contributions;  ///< they sum to what is published; each establishment once
    double value() const;
};

enum class Secrecy : std::uint8_t { shown, few_establishments, dominated, few_persons, secondary };
struct SecrecyWord {
    Secrecy secrecy;
    Label label;
};
/// In the order of Secrecy.
std::span<const SecrecyWord> secrecy_words();

/// Why one cell, looked at alone, has to be hidden; empty cells (nobody, nothing) are shown.
Secrecy primary_secrecy(const PublicCell& cell, const SecrecyRules& rules);

/// What to hide of a table. Primary cells, then as many others (the smallest first) as it takes that no hidden cell can be
/// worked out: what is hidden together under a shown total must itself be a safe cell, and leave every cell uncertain.
/// Greedy: what is hidden is safe, not always the least. `already`: what another column hides of the same lines; none if empty.
std::vector<Secrecy> protect(std::span<const PublicCell> cells, const SecrecyRules& rules,
                             std::span<const Secrecy> already = {});

/// Between what a reader who knows all that is shown, and that nothing is negative, can be sure that a cell lies.
struct Feasible {
    double least = 0, most = 0;
};
/// Exact for tables in which each cell is a part of one cell at most. Shown cells: their value twice.
std::vector<Feasible> feasible_intervals(std::span<const PublicCell> cells, std::span<const Secrecy> hidden);

/// Attacks a protected table: positions of hidden cells that a reader can work out, or knows closer than the rules allow, or
/// that hide too few together. Empty for what protect() gives.
std::vector<std::size_t> exposed_cells(std::span<const PublicCell> cells, std::span<const Secrecy> hidden,
                                       const SecrecyRules& rules);

}  // namespace releve::audit
