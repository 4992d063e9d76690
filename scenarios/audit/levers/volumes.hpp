#pragma once
#include "engine/state/events.hpp"
#include "engine/state/state.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// What an action does in each establishment, so that its cost can be told there.
namespace releve::audit {

/// Of one replicate. What no establishment shows (units told apart from enrolments and supports) is kept in `unplaced`.
struct PlacedVolumes {
    std::vector<Volume> placed;           ///< by establishment of the start
    std::vector<std::uint8_t> took_part;  ///< by establishment of the start: 1 if the action did something there
    Volume unplaced{};
};

/// Adds a month. `action`: its number in the scenario.
void add_month(const State& state, std::uint8_t action, PlacedVolumes& volumes);

/// Share of the replicates in which the action did something in an establishment; nothing if it shows in none at all.
std::optional<double> taking_part(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment);

/// Of one establishment: what it shows, and its share of what none shows.
/// A mean over the replicates, times how many people a simulated one stands for.
Volume volume_of(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment, double share_of_unplaced,
                 double scale);

}  // namespace releve::audit
