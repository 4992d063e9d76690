#pragma once
#include "engine/model/setting.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// Who holds a competence in an establishment: a person in post whose occupation asks it at this level or more, and who
/// masters the occupation to this degree or more. Guesses: half of the work, and well past the learning.
inline constexpr double asked_level = 0.5;
inline constexpr float holder_mastery = 0.7F;

/// By establishment and competence, flattened: posts that ask the competence, and people who hold it.
struct Holders {
    std::vector<std::uint16_t> asked, held;
};
Holders holders_of(const State& state, const Pack& pack);

/// Adds to each competence the establishments that ask it and where just so many people hold it.
void count_establishments(const Holders& holders, std::uint16_t held, std::span<double> competences);

}  // namespace releve
