#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// Distance between two points of the Earth [km], by the haversine formula on a sphere of 6,371 km.
double distance_km(const Zone& a, const Zone& b);

/// What commuting weighs distances by.
struct Commuting {
    double scale = 20;  ///< [km as the crow flies]
    double detour = 1;  ///< km by road for one as the crow flies
    double speed = 60;  ///< [km by road / h]
};

/// How far it is from home to work: km as the crow flies, or the trip that the pack tells (else that of the way back),
/// brought to such km by speed and detour. So one scale serves packs that tell trips, and those that do not.
double commuting_km(const Pack& pack, const Commuting& commuting, std::size_t from, std::size_t to);

/// exp(-distance / scale) between all zones, flattened from (home) * zones + to (work).
std::vector<double> commuting_kernel(const Pack& pack, const Commuting& commuting);

}  // namespace releve
