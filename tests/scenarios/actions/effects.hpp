#pragma once
#include "tests/scenarios/actions/action_run.hpp"

/// What an action does to short runs of the Langres pack, against the same luck without it.
namespace releve::tests {

/// Everybody takes the action up at once, as many as can be, and none would have done the same without it.
inline ActionEntry everybody(std::string_view name, const Settings& more = {}) {
    const Action& action = action_named(name);
    Settings settings{{"take_up", 1}, {"ramp", 0}, {"deadweight", 0}};
    for (const Parameter& parameter : action.parameters) {
        if (parameter.name == action.capacity) {
            settings[std::string(parameter.name)] = parameter.most;
        }
    }
    for (const auto& [setting, value] : more) {
        settings[setting] = value;
    }
    return action_entry(name, settings);
}

/// Differences of an output's sum over months, with the action minus without, one by replicate.
inline std::vector<double> effects(const ActionEntry& entry, std::string_view output, int horizon, int replicates) {
    const Plan with = langres_plan(horizon, {}, {entry});
    const Plan without = langres_plan(horizon);
    std::vector<double> found;
    for (int r = 0; r < replicates; ++r) {
        const auto replicate = static_cast<std::uint32_t>(r);
        const ReplicateResult a = run_replicate(with, langres_start().state, 1, replicate, {.selfcheck = r == 0});
        const ReplicateResult b = run_replicate(without, langres_start().state, 1, replicate);
        found.push_back(total(a, output) - total(b, output));
    }
    return found;
}

/// Mean over its Monte-Carlo standard error.
inline double standardised(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return mean / std::sqrt(squares / (n - 1) / n);
}

/// Calls `see(state)` after each month.
template <class See>
void follow(const Plan& plan, See see) {
    run_watched(plan, [&](const State& state, int) { see(state); });
}

/// What an action changes if all of it is windfall; `enrolled` only tells how many take part.
inline std::vector<std::string> changed_by_windfalls(std::string_view action) {
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {everybody(action, {{"deadweight", 1}})});
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0, {.selfcheck = true});
    std::vector<std::string> changed =
        differences(run_replicate(langres_plan(horizon), langres_start().state, 1, 0), result);
    std::erase(changed, "enrolled");
    if (volume(result, VolumeOf::month) == 0) {
        changed.push_back("nothing: no windfall is counted");
    }
    return changed;
}

}  // namespace releve::tests
