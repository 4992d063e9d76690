#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <vector>

namespace releve::audit {

/// What may depend on one employer.
enum class DependenceOf : std::uint8_t { territory, zone, sector, occupation, competence };

/// How far posts of one unit are in the hands of one establishment. Posts as the table tells them, filled at the start.
struct Dependence {
    std::uint32_t unit = 0;
    std::uint32_t employers = 0;       ///< establishments with posts of it
    double posts = 0;                  ///< of a competence: posts that ask it
    std::uint32_t largest = no_index;  ///< establishment with the most; the first of the table among equals
    double largest_share = 0;          ///< of posts
    double herfindahl = 0;             ///< sum of squared shares: 1 for one employer, 1/n for n equal ones
};
/// Of every unit that has posts, the most dependent first (largest_share, then posts). `asked_level`: level from which an
/// occupation asks a competence, as the parameter `outputs.asked_level`.
std::vector<Dependence> dependence_on_employers(const Pack& pack, DependenceOf what, double asked_level);

/// Who would be struck if an establishment closed at the start.
struct Struck {
    std::uint32_t establishment = 0;
    double people = 0;   ///< in post there
    double from_55 = 0;  ///< of these, 55 and over: too old to begin again easily, too young to retire at once
    struct Part {
        std::uint32_t unit = 0;
        double people = 0;  ///< struck
        double share = 0;   ///< of all people in post of the unit
    };
    std::vector<Part> homes;        ///< by zone of residence, inside or outside; share of its people in post here
    std::vector<Part> occupations;  ///< share of the people of the territory in that occupation
    /// Competences that nobody but this establishment asks any more of its people: they would leave the territory.
    std::vector<std::uint32_t> competences;
    std::vector<std::uint32_t> partners;  ///< establishments tied to it by the table `links`
};
/// Parts by people, the most first. Homes and ages are drawn where nobody surveyed them: those of `first`, one first state.
Struck struck_by_closure(const Pack& pack, const State& first, std::uint32_t establishment, double asked_level);

}  // namespace releve::audit
