#pragma once
#include "engine/inputs/pack.hpp"

#include <vector>

namespace releve {

/// One resident or worker to be, before anything is drawn.
struct Individual {
    std::uint16_t zone = 0;
    std::uint8_t age_band = 0;  ///< position in pack.age_bands
    Sex sex{};
    Status status{};
};

/// Residents of the inside zones, one by one, raked to every margin the pack gives. `residual`: persons missed.
std::vector<Individual> residents_of(const Pack& pack, std::size_t inside_zones, std::int64_t& residual);

/// For each occupation, the age band and sex of each of its workers.
std::vector<std::vector<Individual>> workers_of(const Pack& pack, std::int64_t& residual);

}  // namespace releve
