#pragma once
#include "engine/base/parameter.hpp"
#include "engine/model/setting.hpp"
#include "engine/state/proposals.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// What a process sees in one month.
struct Step {
    const State& state;
    const Setting& setting;
    std::span<const double> parameters;  ///< in the order of the record
    std::span<const double> prepared;    ///< what `prepare` returned
    std::span<const std::uint32_t> due;  ///< whose clocks went off this month, in the order of their keys
    Purpose purpose;

    Draws draws(DrawKey who, std::uint32_t when) const { return state.luck.draws(who, purpose, when); }
    Draws draws(PersonId who) const { return draws(state.persons[who].key, static_cast<std::uint32_t>(state.month)); }
};

/// One process, told once: the reader's checks, `releve describe`, the documentation and the tests all come from here.
struct Process {
    std::string_view name;
    Label label;
    Label meaning;
    std::string_view formula;
    std::string_view source;
    std::span<const Parameter> parameters;
    std::span<const std::string_view> tables;  ///< of the pack; without one of them the process is switched off
    Changes changes;                           ///< all that it may propose
    /// A table that only one kind of pack has: elsewhere the process has no place, and is not told as switched off.
    std::string_view only_with = {};
    Risk risk;  ///< the clocks it runs; none if `hazard` is null
    std::vector<double> (*prepare)(const Setting&, std::span<const double> parameters) = nullptr;
    /// Fixes constants of the state before the first month.
    void (*begin)(const Step&, State&) = nullptr;
    void (*step)(const Step&, Proposals&) = nullptr;
};

/// What the clocks of a process draw for: not what its steps draw for, else an event and what follows it share their luck.
inline Purpose clock_purpose(const Process& process) { return purpose(std::string(process.name) + ".clock"); }

}  // namespace releve
