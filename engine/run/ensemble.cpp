#include "engine/run/ensemble.hpp"

#include "engine/state/commit.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

namespace releve {

namespace {

/// Scenarios whose courses are the same until an action begins, the first of them as the trunk.
struct Family {
    std::size_t trunk;
    std::vector<std::size_t> branches;
};

std::vector<Family> families_of(const std::vector<Plan>& plans, bool alone) {
    std::vector<Family> families;
    for (std::size_t scenario = 0; scenario < plans.size(); ++scenario) {
        const auto kin = std::find_if(families.begin(), families.end(), [&](const Family& family) {
            return !alone && same_but_for_actions(plans[family.trunk], plans[scenario]);
        });
        if (kin == families.end()) {
            families.push_back({scenario, {}});
        } else {
            kin->branches.push_back(scenario);
        }
    }
    return families;
}

class Ensemble {
public:
    Ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options, EnsembleResult& result)
        : plans_(plans),
          options_(options),
          result_(result),
          done_(plans.size() * result.replicates()),
          first_(synthesise(plans.front().setting.pack, plans.front().synthesis, options.seed, result.synthesis)) {
        result_.runs.resize(plans.size());
        result_.sums.resize(plans.size(), std::vector<std::vector<double>>(all_outputs().size()));
        for (auto& runs : result_.runs) {
            runs.resize(options.replicates);
        }
    }

    /// Runs one replicate of a family. A branch leaves the trunk as late as it can, is run to its end and forgotten, so
    /// that at most two states are held. `alone`: no other run asks for the first state, which becomes the run's own.
    void run(const Family& family, std::uint32_t replicate, bool alone) {
        const Plan& plan = plans_[family.trunk];
        std::optional<State> own;
        if (draws_each_replicate(plan.synthesis)) {
            SynthesisReport ignored;
            own = synthesise(plan.setting.pack, plan.synthesis, options_.seed, ignored, replicate);
        }
        Replicate trunk(plan, own ? std::move(*own) : alone ? std::move(first_) : first_, options_.seed, replicate);
        const int trunk_turns = first_action(plans_[family.trunk]);
        while (!trunk.finished() && !stopped()) {
            for (const std::size_t branch : family.branches) {
                if (std::min(trunk_turns, first_action(plans_[branch])) == trunk.month()) {
                    Replicate run(plans_[branch], trunk);
                    finish(run, branch, replicate);
                }
            }
            advance(trunk);
        }
        for (const std::size_t branch : family.branches) {  // those whose actions never begin
            if (std::min(trunk_turns, first_action(plans_[branch])) >= trunk.month()) {
                Replicate run(plans_[branch], trunk);
                finish(run, branch, replicate);
            }
        }
        finish(trunk, family.trunk, replicate);
    }

    bool stopped() {
        stop_ = stop_ || (options_.interrupted && options_.interrupted());
        return stop_;
    }

private:
    void advance(Replicate& run) const {
        run.advance();
        if (options_.selfcheck) {
            check_invariants(run.state());
        }
    }
    void finish(Replicate& run, std::size_t scenario, std::uint32_t replicate) {
        while (!run.finished() && !stopped()) {
            advance(run);
        }
        result_.runs[scenario][replicate] = run.take_result();
        sum_up(result_.runs[scenario][replicate], result_.sums[scenario]);
        if (options_.progress && !stop_) {
            options_.progress(++done_, plans_.size() * options_.replicates);
        }
    }

    /// Takes out of a run what only its mean over replicates is kept of. Whole numbers: any order gives the same sum.
    void sum_up(ReplicateResult& run, std::vector<std::vector<double>>& sums) {
        const std::lock_guard lock(summing_);
        for (std::size_t i = 0; i < all_outputs().size(); ++i) {
            if (all_outputs()[i]->mean_only) {
                sums[i].resize(run.values[i].size(), 0.0);
                std::transform(run.values[i].begin(), run.values[i].end(), sums[i].begin(), sums[i].begin(),
                               [](float value, double sum) { return sum + double{value}; });
                run.values[i] = {};
            }
        }
    }

    const std::vector<Plan>& plans_;
    const EnsembleOptions& options_;
    EnsembleResult& result_;
    std::atomic<std::size_t> done_;
    State first_;  ///< of every scenario, and of every replicate that does not draw its own
    std::atomic<bool> stop_ = false;
    std::mutex summing_;
};

}  // namespace

void continue_ensemble(EnsembleResult& result, const std::vector<Plan>& plans, const EnsembleOptions& options) {
    const std::uint32_t from = result.replicates();
    if (from >= options.replicates) {
        return;
    }
    const std::uint32_t added = options.replicates - from;
    result.synthesis = {};  // told again by the first state, made again
    Ensemble ensemble(plans, options, result);
    const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    // with fewer replicates than processors, every run on its own keeps them all busy
    const std::vector<Family> families = families_of(plans, added < static_cast<std::uint32_t>(threads));
    const std::size_t tasks = families.size() * added;
    tbb::parallel_for(std::size_t{0}, tasks, [&](std::size_t task) {
        if (!ensemble.stopped()) {
            ensemble.run(families[task / added], from + static_cast<std::uint32_t>(task % added), tasks == 1);
        }
    });
    if (ensemble.stopped()) {
        throw Interrupted("interrupted");
    }
}

EnsembleResult run_ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options) {
    EnsembleResult result;
    continue_ensemble(result, plans, options);
    return result;
}

}  // namespace releve
