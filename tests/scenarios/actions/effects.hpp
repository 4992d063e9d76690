#pragma once
#include "tests/langres_run.hpp"

#include <cmath>
#include <numeric>
#include <set>

/// What an action does to short runs of the Langres pack, against the same luck without it.
namespace releve::tests {

using Settings = std::vector<std::pair<std::string, double>>;

/// An action begun in the first month. Durations are known by their unit.
inline ActionEntry entry_of(std::string_view name, const Settings& settings = {}) {
    ActionEntry entry;
    entry.type = std::string(name);
    for (const Action* action : all_actions()) {
        for (const auto& [setting, value] : settings) {
            const auto known = std::find_if(action->parameters.begin(), action->parameters.end(),
                                            [&](const Parameter& one) { return one.name == setting; });
            if (action->name == name && known != action->parameters.end()) {
                entry.settings.push_back({setting, value, known->unit == "month", "test"});
            }
        }
    }
    return entry;
}

/// Everybody takes the action up at once, and none would have done the same without it.
inline Settings everybody(Settings more = {}) {
    Settings settings{{"capacity", 5000}, {"visits", 5000}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}};
    settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

inline double sum_of(const ReplicateResult& result, std::string_view output) {
    const std::vector<float>& values = result.values[output_at(output)];
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Of the only action, over all years.
inline double volume_of(const ReplicateResult& result, VolumeOf what) {
    double sum = 0;
    for (const Volume& year : result.volumes) {
        sum += double{year[static_cast<std::size_t>(what)]};
    }
    return sum;
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
        found.push_back(sum_of(a, output) - sum_of(b, output));
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
    Replicate run(plan, langres_start().state, 1, 0);
    while (!run.finished()) {
        run.advance();
        see(run.state());
    }
}

/// What an action changes if all of it is windfall; `enrolled` only tells how many take part.
inline std::vector<std::string> changed_by_windfalls(std::string_view action) {
    constexpr int horizon = 24;
    const Plan plan = langres_plan(horizon, {}, {entry_of(action, everybody({{"deadweight", 1}}))});
    const ReplicateResult result = run_replicate(plan, langres_start().state, 1, 0, {.selfcheck = true});
    std::vector<std::string> changed =
        differences(run_replicate(langres_plan(horizon), langres_start().state, 1, 0), result);
    std::erase(changed, "enrolled");
    if (volume_of(result, VolumeOf::month) == 0) {
        changed.push_back("nothing: no windfall is counted");
    }
    return changed;
}

}  // namespace releve::tests
