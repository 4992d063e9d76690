#include "engine/run/ensemble.hpp"

#include "engine/base/fill.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

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
          kept_(result.kept),
          done_(kept_.count()),
          all_(std::max(plans.size() * options.replicates, kept_.count())),
          first_(synthesise(plans.front().setting.pack, plans.front().synthesis, options.seed, result.synthesis)) {}

    bool lacks(const Family& family, std::uint32_t replicate) const {
        return !kept_.has(family.trunk, replicate) ||
               std::any_of(family.branches.begin(), family.branches.end(),
                           [&](std::size_t branch) { return !kept_.has(branch, replicate); });
    }

    /// Runs what lacks of one replicate of a family. A branch leaves the trunk as late as it can, is run to its end and
    /// forgotten, so that at most two states are held. `alone`: no other run asks for the first state, which becomes the
    /// run's own.
    void run(const Family& family, std::uint32_t replicate, bool alone) {
        const Plan& plan = plans_[family.trunk];
        std::optional<State> own;
        if (draws_each_replicate(plan.synthesis)) {
            SynthesisReport ignored;
            own = synthesise(plan.setting.pack, plan.synthesis, options_.seed, ignored, replicate);
        }
        Replicate trunk(plan, own ? std::move(*own) : alone ? std::move(first_) : first_, options_.seed, replicate);
        const int trunk_turns = first_action(plan);
        std::size_t left = 0;
        for (const std::size_t branch : family.branches) {
            left += kept_.has(branch, replicate) ? 0 : 1;
        }
        const bool to_its_end = !kept_.has(family.trunk, replicate);
        while ((to_its_end || left > 0) && !trunk.finished() && !stopped()) {
            for (const std::size_t branch : family.branches) {
                if (std::min(trunk_turns, first_action(plans_[branch])) == trunk.month()) {
                    left -= leave(trunk, branch, replicate) ? 1 : 0;
                }
            }
            if (to_its_end || left > 0) {
                advance(trunk);
            }
        }
        for (const std::size_t branch : family.branches) {  // those whose actions never begin
            if (std::min(trunk_turns, first_action(plans_[branch])) >= plan.setting.horizon) {
                leave(trunk, branch, replicate);
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
    /// Whether there was anything to run.
    bool leave(const Replicate& trunk, std::size_t branch, std::uint32_t replicate) {
        if (stop_ || kept_.has(branch, replicate)) {
            return false;
        }
        Replicate run(plans_[branch], trunk);
        finish(run, branch, replicate);
        return true;
    }
    void finish(Replicate& run, std::size_t scenario, std::uint32_t replicate) {
        if (kept_.has(scenario, replicate)) {
            return;
        }
        while (!run.finished() && !stopped()) {
            advance(run);
        }
        if (!run.finished()) {
            return;
        }
        kept_.add(scenario, replicate, run.take_result());
        if (options_.progress && !stop_) {
            options_.progress(++done_, all_);
        }
    }

    const std::vector<Plan>& plans_;
    const EnsembleOptions& options_;
    KeptRuns& kept_;
    std::atomic<std::size_t> done_;
    std::size_t all_;
    State first_;  ///< of every scenario, and of every replicate that does not draw its own
    std::atomic<bool> stop_ = false;
};

struct Task {
    const Family* family;
    std::uint32_t replicate;
};

/// What is to be run, replicate by replicate: a run that is stopped has kept whole replicates.
std::vector<Task> tasks_of(const Ensemble& ensemble, const std::vector<Family>& families, std::uint32_t replicates) {
    std::vector<Task> tasks;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        for (const Family& family : families) {
            if (ensemble.lacks(family, replicate)) {
                tasks.push_back({&family, replicate});
            }
        }
    }
    return tasks;
}

/// Each thread takes the next task, so that they are begun in their order.
void run_all(Ensemble& ensemble, const std::vector<Task>& tasks, int threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    std::atomic<std::size_t> next = 0;
    const auto work = [&](int) {
        for (std::size_t task = next++; task < tasks.size(); task = next++) {
            if (ensemble.stopped() || tbb::is_current_task_group_canceling()) {
                return;
            }
            ensemble.run(*tasks[task].family, tasks[task].replicate, tasks.size() == 1);
        }
    };
    tbb::parallel_for(0, threads, work, tbb::simple_partitioner());
}

}  // namespace

void continue_ensemble(EnsembleResult& result, const std::vector<Plan>& plans, const EnsembleOptions& options) {
    if (result.scenarios() == 0) {
        result.kept = KeptRuns(plans.size());
    }
    if (result.replicates > 0 && result.kept.complete() >= options.replicates) {
        result.replicates = options.replicates;
        return;
    }
    result.synthesis = {};  // told again by the first state, made again
    Ensemble ensemble(plans, options, result);
    const std::uint32_t complete = result.kept.complete();
    const std::uint32_t added = options.replicates - std::min(complete, options.replicates);
    const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    // with fewer replicates than processors, every run on its own keeps them all busy
    const std::vector<Family> families = families_of(plans, added < static_cast<std::uint32_t>(threads));
    run_all(ensemble, tasks_of(ensemble, families, options.replicates), threads);
    result.replicates = std::min(result.kept.complete(), options.replicates);
    if (result.replicates < options.replicates) {
        throw Interrupted(result.kept.count(), result.kept.file());
    }
}

EnsembleResult run_ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options) {
    EnsembleResult result;
    continue_ensemble(result, plans, options);
    return result;
}

Interrupted::Interrupted(std::size_t kept, const std::string& kept_in)
    : std::runtime_error("interrupted"),
      text_(
          kept == 0 || kept_in.empty()
              ? Text{"no file written", "aucun fichier écrit"}
              : fill({"{} simulations done are kept in {}; the same command with --resume goes on from there",
                      "{} simulations faites sont gardées dans {}\u00a0; la même commande avec --resume les poursuit"},
                     {std::to_string(kept), kept_in})) {}

}  // namespace releve
