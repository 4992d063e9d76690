#include "engine/run/ensemble.hpp"

#include <atomic>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

namespace releve {

EnsembleResult run_ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options) {
    EnsembleResult result;
    const Plan& reference = plans.front();
    const State first = synthesise(reference.setting.pack, reference.synthesis, options.seed, result.synthesis);
    result.runs.resize(plans.size());
    for (auto& runs : result.runs) {
        runs.resize(options.replicates);
    }
    const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    const std::size_t all = plans.size() * options.replicates;
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> stop = false;
    tbb::parallel_for(std::size_t{0}, all, [&](std::size_t task) {
        if (stop || (options.interrupted && options.interrupted())) {
            stop = true;
            return;
        }
        const std::size_t scenario = task / options.replicates;  // side by side: one plan's tables stay in cache
        const auto replicate = static_cast<std::uint32_t>(task % options.replicates);
        result.runs[scenario][replicate] =
            run_replicate(plans[scenario], first, options.seed, replicate, {options.selfcheck});
        if (options.progress) {
            options.progress(++done, all);
        }
    });
    if (stop) {
        throw Interrupted("interrupted");
    }
    return result;
}

}  // namespace releve
