#pragma once
#include "engine/inputs/scenario_reader.hpp"
#include "engine/run/ensemble.hpp"
#include "scenarios/actions/action.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <bit>

/// Runs of the Langres pack, short enough for tests.
namespace releve::tests {

using Changed = std::vector<std::pair<std::string, double>>;  ///< parameter path, value

inline Plan langres_plan(int horizon, const Changed& changed = {}, const std::vector<ActionEntry>& actions = {}) {
    Scenario scenario;
    scenario.id = "test";
    for (const auto& [path, value] : changed) {
        scenario.parameters.push_back({path, value, "test"});
    }
    scenario.actions = actions;
    Problems problems;
    const Pack& pack = langres();
    Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, horizon, problems), horizon, problems);
    problems.raise();
    return plan;
}

inline Plan langres_plan_of(const std::string& file, int horizon) {
    Problems problems;
    const Scenario scenario = read_scenario(langres_directory + "/" + file, problems);
    const Pack& pack = langres();
    Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, horizon, problems), horizon, problems);
    problems.raise();
    return plan;
}

/// Position of an output in the catalogue, and in the results.
inline std::size_t output_at(std::string_view name) {
    const auto outputs = all_outputs();
    const auto found =
        std::find_if(outputs.begin(), outputs.end(), [&](const Output* one) { return one->name == name; });
    if (found == outputs.end()) {
        throw std::runtime_error("no output " + std::string(name));
    }
    return static_cast<std::size_t>(found - outputs.begin());
}

/// Names of the outputs in which two results differ in any bit; those that an ensemble keeps the mean of aside.
inline std::vector<std::string> differences(const ReplicateResult& a, const ReplicateResult& b) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const auto same_bits = [](float x, float y) {
            return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
        };
        const bool summed = all_outputs()[i]->moments_only && (a.values[i].empty() || b.values[i].empty());
        if (!summed &&
            !std::equal(a.values[i].begin(), a.values[i].end(), b.values[i].begin(), b.values[i].end(), same_bits)) {
            names.emplace_back(all_outputs()[i]->name);
        }
    }
    return names;
}

}  // namespace releve::tests
