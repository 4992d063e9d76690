#pragma once
#include "engine/state/events.hpp"
#include "engine/state/state.hpp"

#include <cstdint>
#include <vector>

/// What an action does in each establishment, so that its cost can be told there.
namespace releve::audit {

/// Of one replicate. What no establishment shows (units told apart from enrolments and supports) is kept in `unplaced`.
struct PlacedVolumes {
    std::vector<Volume> placed;  ///< by establishment of the start
    Volume unplaced{};
};

/// Adds a month. `action`: its number in the scenario.
void add_month(const State& state, std::uint8_t action, PlacedVolumes& volumes);

/// Of one establishment: what it shows, and its share by posts of what none shows, among those to which the action is offered.
/// A mean over the replicates, times how many people a simulated one stands for.
Volume volume_of(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment, double share_of_posts,
                 double scale);

}  // namespace releve::audit
