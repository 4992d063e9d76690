#pragma once
#include "engine/run/plan.hpp"

#include <functional>
#include <memory>

namespace releve {

/// Values of every output over one run, in the order of the catalogue: [period][cell], flattened.
struct ReplicateResult {
    std::vector<std::vector<float>> values;
    std::vector<Volume> volumes;  ///< what each action did in each year: year * actions + action
};

struct ReplicateOptions {
    bool selfcheck = false;  ///< verify the invariants of the state after every month
};

/// Runs one replicate of one scenario from a first state. Depends on (plan, first state, seed, replicate) only.
ReplicateResult run_replicate(const Plan& plan, const State& first, std::uint32_t seed, std::uint32_t replicate,
                              const ReplicateOptions& options = {});

/// The state in which a replicate of the plan begins.
State first_state(const Plan& plan, std::uint32_t seed, std::uint32_t replicate);

/// One replicate held open, month by month: what run_replicate does in a loop.
class Replicate {
public:
    Replicate(const Plan& plan, State first, std::uint32_t seed, std::uint32_t replicate);
    /// Goes on from where `trunk` stands under another plan, of which it is true so far: same_but_for_actions, and no
    /// action of either has begun.
    Replicate(const Plan& plan, const Replicate& trunk);
    Replicate(const Plan&& plan, State, std::uint32_t, std::uint32_t) = delete;  // the plan is not copied
    Replicate(const Replicate&) = delete;
    Replicate& operator=(const Replicate&) = delete;

    int month() const { return state_.month; }
    bool finished() const { return state_.month >= plan_.setting.horizon; }
    /// Simulates the present month: processes, actions, processes, observation.
    void advance();
    const State& state() const { return state_; }
    /// Values so far: whole months, and what their year has gathered.
    const ReplicateResult& result() const { return result_; }
    /// Gives away the present state, its columns where they stand, and goes on in a copy: to the same bits.
    std::shared_ptr<const State> give_away();
    ReplicateResult take_result() { return std::move(result_); }

private:
    void make_room();
    void run(const BoundProcess& bound);
    void run(const Intervention& intervention, std::uint8_t number);
    void commit_checked(std::string_view name, Changes allowed);
    void observe();
    void count_volumes();

    const Plan& plan_;
    State state_;
    Proposals proposals_;
    FirstHoldings first_;
    std::vector<std::size_t> cells_;  ///< by output: cells of one period
    std::vector<double> observed_;    ///< what one output sees of a month; kept, to be filled again
    ReplicateResult result_;
};

}  // namespace releve
