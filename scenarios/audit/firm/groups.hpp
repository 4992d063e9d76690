#pragma once
#include "engine/inputs/pack.hpp"

#include <cstdint>
#include <vector>

/// What one establishment is told of itself.
namespace releve::audit {

/// Of a smaller group nothing is told: in it a probability would be about one person.
inline constexpr int fewest_in_group = 5;

/// People of an establishment told of together, by what they do.
struct Group {
    std::vector<std::uint32_t> occupations;  ///< most posts first
    int posts = 0;
    bool rest = false;  ///< occupations too small to be told apart
};

/// Groups of at least fewest_in_group posts that share out the establishment: each occupation that is large enough, then the
/// others together, with the smallest of the former if they are too few. Empty if the whole is too small.
std::vector<Group> groups_of(const Pack& pack, std::uint32_t establishment);

}  // namespace releve::audit
