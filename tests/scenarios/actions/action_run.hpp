#pragma once
#include "engine/run/replicate.hpp"
#include "engine/state/commit.hpp"
#include "tests/langres_run.hpp"

#include <cmath>
#include <map>
#include <numeric>

/// Short runs of the Langres pack with one action, seen month by month.
namespace releve::tests {

inline const Action& action_named(std::string_view name) {
    if (const Action* action = find_action(name)) {
        return *action;
    }
    throw std::runtime_error("no action " + std::string(name));
}

using Settings = std::map<std::string, double>;

inline ActionEntry action_entry(std::string_view name, const Settings& settings, int months = 0) {
    const Action& action = action_named(name);
    ActionEntry entry;
    entry.type = std::string(name);
    for (const auto& [setting, value] : settings) {
        const auto found = std::find_if(action.parameters.begin(), action.parameters.end(),
                                        [&, &wanted = setting](const Parameter& one) { return one.name == wanted; });
        if (found == action.parameters.end()) {
            throw std::runtime_error("no setting " + setting);
        }
        entry.settings.push_back({setting, value, found->unit == "month", "test"});
    }
    if (months > 0) {
        entry.end = langres().calendar.start + (months - 1);
    }
    return entry;
}

/// Runs month by month, with the invariants checked; `look(state, month)` sees each month when it has passed.
template <class Look>
ReplicateResult run_watched(const Plan& plan, Look look, std::uint32_t replicate = 0) {
    Replicate run(plan, langres_start().state, 1, replicate);
    while (!run.finished()) {
        run.advance();
        check_invariants(run.state());
        look(run.state(), run.month() - 1);
    }
    return run.take_result();
}

/// Of the first action, over all years.
inline double volume(const ReplicateResult& result, VolumeOf what) {
    double sum = 0;
    for (const Volume& year : result.volumes) {
        sum += double{year[static_cast<std::size_t>(what)]};
    }
    return sum;
}

/// Sum over time of an output without axes, or of one cell of an output with `cells` of them.
inline double total(const ReplicateResult& result, std::string_view output, std::size_t cell = 0,
                    std::size_t cells = 1) {
    const std::vector<float>& values = result.values[output_at(output)];
    double sum = 0;
    for (std::size_t i = cell; i < values.size(); i += cells) {
        sum += double{values[i]};
    }
    return sum;
}

/// Outputs that count people and posts in which two results differ. What people know is left aside: it is stored when they
/// join an action, which rounds it anew.
inline std::vector<std::string_view> different_counts(const ReplicateResult& a, const ReplicateResult& b) {
    std::vector<std::string_view> names;
    for (const std::string_view output : {"hires", "separations", "employment", "posts", "vacancies", "unfilled_posts",
                                          "unemployed", "retirements", "job_to_job_moves"}) {
        if (a.values[output_at(output)] != b.values[output_at(output)]) {
            names.push_back(output);
        }
    }
    return names;
}

/// Mean and its standard error of the differences that a plan makes, replicate by replicate with the same luck.
struct Effect {
    double mean = 0, error = 0;
};
template <class Figure>
Effect effect_of(const Plan& baseline, const Plan& plan, std::uint32_t replicates, Figure figure) {
    double sum = 0;
    double squares = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const double difference = figure(run_replicate(plan, langres_start().state, 1, r)) -
                                  figure(run_replicate(baseline, langres_start().state, 1, r));
        sum += difference;
        squares += difference * difference;
    }
    const double n = replicates;
    return {sum / n, std::sqrt(std::max(0.0, squares - sum * sum / n) / (n * (n - 1)))};
}

}  // namespace releve::tests
