#include "engine/inputs/space.hpp"

#include "engine/base/portable_math.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

/// sin by its Taylor series on [-pi, pi]: the C library's is not the same on all machines.
double portable_sin(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n <= 14; ++n) {
        term *= -x * x / ((2.0 * n) * (2.0 * n + 1.0));
        sum += term;
    }
    return sum;
}

constexpr double pi = 3.14159265358979323846;
constexpr double earth_radius = 6371.0;  // [km]

}  // namespace

double distance_km(const Zone& a, const Zone& b) {
    const double degree = pi / 180.0;
    const double half_lat = portable_sin((b.lat - a.lat) * degree / 2);
    const double half_lon = portable_sin((b.lon - a.lon) * degree / 2);
    const double cosines = portable_sin(pi / 2 - a.lat * degree) * portable_sin(pi / 2 - b.lat * degree);
    const double chord = std::sqrt(std::min(1.0, half_lat * half_lat + cosines * half_lon * half_lon));
    // arcsin by two terms of its series: distances here are far below the radius
    return 2 * earth_radius * chord * (1.0 + chord * chord / 6.0);
}

double commuting_km(const Pack& pack, const Commuting& commuting, std::size_t from, std::size_t to) {
    const std::vector<double>& told = pack.travel.told;
    const std::size_t zones = pack.zones.size();
    if (!told.empty() && from != to) {
        const double there = told[from * zones + to];
        const double trip = there == Travel::not_told ? told[to * zones + from] : there;
        if (trip != Travel::not_told) {
            return trip * (pack.travel.in_minutes ? commuting.speed / 60 : 1) / commuting.detour;
        }
    }
    return distance_km(pack.zones[from], pack.zones[to]);
}

std::vector<double> commuting_kernel(const Pack& pack, const Commuting& commuting) {
    std::vector<double> kernel;
    for (std::size_t from = 0; from < pack.zones.size(); ++from) {
        for (std::size_t to = 0; to < pack.zones.size(); ++to) {
            kernel.push_back(portable_exp(-commuting_km(pack, commuting, from, to) / commuting.scale));
        }
    }
    return kernel;
}

}  // namespace releve
