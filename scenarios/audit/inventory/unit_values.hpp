#pragma once
#include "scenarios/audit/inventory/follow.hpp"

#include <initializer_list>
#include <vector>

namespace releve::audit {

/// Values of one unit of one cut, by replicate: what inventories and needs are worked out from.
class UnitValues {
public:
    UnitValues(const Followed& followed, Cut cut, std::uint32_t unit) : followed_(followed), cut_(cut), unit_(unit) {}

    std::span<const float> of(Measure measure, std::size_t horizon = last_horizon) const {
        return followed_.of(measure, cut_, unit_, horizon);
    }
    /// Sum of some measures within each replicate.
    std::vector<float> sum(std::initializer_list<Measure> some, std::size_t horizon = last_horizon) const;
    /// Separations of every kind up to the last horizon.
    std::vector<float> separations() const;
    std::uint32_t replicates() const { return followed_.replicates; }

private:
    const Followed& followed_;
    Cut cut_;
    std::uint32_t unit_;
};

/// 0 / 0 and the like: not a number.
double ratio(double part, double whole);

/// Recruitments begun but those that follow a fixed term.
inline constexpr std::initializer_list<Measure> lasting_openings{Measure::open_retired, Measure::open_left,
                                                                 Measure::open_moved, Measure::open_growth};

}  // namespace releve::audit
