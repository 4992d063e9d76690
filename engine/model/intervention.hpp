#pragma once
#include "engine/model/setting.hpp"
#include "engine/state/proposals.hpp"
#include "engine/state/state.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace releve {

/// What an action of a scenario sees in one month. It is called from its first month to the end of the run, so that it
/// can finish what it began; `active` tells whether it may still begin anything.
struct InterventionStep {
    const State& state;
    const Setting& setting;
    std::span<const double> settings;  ///< in the order of the action's record
    std::uint8_t number = 0;           ///< of the action in its scenario, from 1; what enrolments carry
    int since_start = 0;               ///< months since the action began
    bool active = true;
    Purpose purpose;
    std::span<const std::uint8_t> offered =
        {};  ///< by establishment of the start: 1 if it may take part; empty: all may
    /// Gives away the present state, its columns where they stand, to whoever goes on looking at them after the step; the run
    /// goes on in a copy. May be empty.
    std::function<std::shared_ptr<const State>()> give_away = {};

    bool is_offered(EstablishmentId establishment) const {
        return offered.empty() || (establishment.value < offered.size() && offered[establishment.value] != 0);
    }
    /// `what` is a number below 0x10000, or a hash: of things drawn once for an entity.
    Draws draws(DrawKey who, std::uint32_t what) const { return state.luck.draws(who, purpose, what); }
    /// Of one month (the present one unless said).
    Draws monthly_draws(DrawKey who) const { return monthly_draws(who, state.month); }
    Draws monthly_draws(DrawKey who, int month) const {
        return state.luck.draws(who, purpose, 0x10000U + static_cast<std::uint32_t>(month));
    }
};

/// An action bound to its settings and dates, as the run executes it: it knows no action by name.
struct Intervention {
    std::string name;
    Purpose purpose;
    std::vector<double> settings;
    int start = 0;  ///< first month, since the start of the run
    int end = 0;    ///< last month in which it may begin anything
    Changes changes;
    bool wide_reach = false;                                        ///< it lets people look for work further away
    std::vector<std::uint8_t> offered = {};                         ///< see InterventionStep
    std::function<void(const InterventionStep&, Proposals&)> step;  ///< called from any thread, once a month and run
    bool own = false;  ///< told by code around the engine, not by the catalogue
};

}  // namespace releve
