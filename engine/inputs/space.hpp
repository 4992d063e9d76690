#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// Distance between two points of the Earth [km], by the haversine formula on a sphere of 6,371 km.
double distance_km(const Zone& a, const Zone& b);

/// exp(-distance / scale) between all zones, flattened from * zones + to.
std::vector<double> commuting_kernel(const std::vector<Zone>& zones, double scale_km);

}  // namespace releve
