#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <string>
#include <vector>

namespace releve {

/// What the synthesis made, and by how much it misses the margins (0 when they are consistent).
struct SynthesisReport {
    std::int64_t population_residual = 0;  ///< persons, over all population margins
    std::int64_t employment_residual = 0;  ///< persons, over all employment margins
    std::uint32_t residents = 0;
    std::uint32_t posts = 0;
    std::uint32_t in_commuters = 0;   ///< posts held by people who live outside
    std::uint32_t out_commuters = 0;  ///< residents who work outside
    std::uint32_t known_workers = 0;  ///< people of the table `workers`, put in their posts
    /// Of these, people of an age and sex of which the margins had nobody left in the occupation: so many departures from
    /// the margins.
    std::uint32_t known_of_other_kind = 0;
};

/// Builds the first state of a pack: establishments, cells and posts as the tables list them; residents raked to the
/// population margins; workers raked by occupation, age and sex, but for those whom the table `workers` tells; people
/// placed in posts by distance. The same for every
/// scenario of a seed, and for every replicate but where each draws its own. `parameters`: as listed in parameters.hpp.
/// Deterministic.
inline constexpr std::uint32_t every_replicate = 0xFFFFFFFFu;
State synthesise(const Pack& pack, std::span<const double> parameters, std::uint32_t seed, SynthesisReport& report,
                 std::uint32_t replicate = every_replicate);
/// Whether each replicate draws a first state of its own.
bool draws_each_replicate(std::span<const double> parameters);

}  // namespace releve
