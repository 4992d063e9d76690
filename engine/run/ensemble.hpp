#pragma once
#include "engine/base/text.hpp"
#include "engine/run/kept_runs.hpp"
#include "engine/synthesis/synthesise.hpp"

#include <functional>
#include <stdexcept>

namespace releve {

struct EnsembleOptions {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;  ///< 0: as many as the machine has
    bool selfcheck = false;
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< called from any thread; may be empty
    std::function<bool()> interrupted;                                ///< asked every month; may be empty
};

struct EnsembleResult {
    EnsembleResult() : EnsembleResult(KeptRuns(0)) {}
    explicit EnsembleResult(KeptRuns runs) : kept(std::move(runs)) {}

    KeptRuns kept;
    std::uint32_t replicates = 0;  ///< of each scenario that results tell: the first of those kept
    SynthesisReport synthesis;

    std::size_t scenarios() const { return kept.scenarios(); }
    ReplicateResult run(std::size_t scenario, std::uint32_t replicate) const { return kept.run(scenario, replicate); }
};

/// Runs every replicate of every plan from the same first state, in parallel. Results do not depend on the threads.
/// Throws Interrupted when asked to stop.
EnsembleResult run_ensemble(const std::vector<Plan>& plans, const EnsembleOptions& options);

/// Makes `result` tell options.replicates of every plan: runs those that it has not kept, and no other again. It is then, bit
/// for bit, that of run_ensemble. What `result` has kept comes from the same plans and seed. When asked to stop throws
/// Interrupted: `result` has kept what is done, and tells the replicates that every plan has.
void continue_ensemble(EnsembleResult& result, const std::vector<Plan>& plans, const EnsembleOptions& options);

/// Asked to stop.
class Interrupted : public std::runtime_error {
public:
    /// `kept`: simulations done; `kept_in`: the journal where they are, empty if in none.
    explicit Interrupted(std::size_t kept = 0, const std::string& kept_in = {});
    const Text& text() const { return text_; }

private:
    Text text_;
};

}  // namespace releve
