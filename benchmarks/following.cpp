// Claim: following five years of Langres (what a diagnosis counts, by zone, sector, size, occupation and establishment) costs at
// most 1.5 times running them, each with a first state of its own: a diagnosis is simulation, not bookkeeping.
// Goal: ratio 1.5 of `following` to `running`, in one process. Rate: person-months per second.
#include "benchmarks/langres.hpp"
#include "engine/synthesis/parameters.hpp"
#include "scenarios/audit/inventory/follow.hpp"

#include <benchmark/benchmark.h>

namespace {

constexpr std::uint32_t replicates = 4;  // an ensemble, so that what is made once for it weighs little

void tell_rate(benchmark::State& bench, const releve::Plan& plan) {
    releve::SynthesisReport report;
    const releve::State first = releve::synthesise(plan.setting.pack, plan.synthesis, 1, report);
    bench.counters["person_months_per_s"] =
        benchmark::Counter(double{replicates} * plan.setting.horizon * first.persons.size(),
                           benchmark::Counter::kIsIterationInvariantRate);
}

void running(benchmark::State& bench) {
    const releve::Pack pack = releve::benchmarks::langres_pack();
    const releve::Plan plan = releve::benchmarks::baseline_plan(pack, releve::audit::months_followed(pack));
    for (auto _ : bench) {
        for (std::uint32_t i = 0; i < replicates; ++i) {
            releve::SynthesisReport report;
            releve::State first = releve::synthesise(pack, plan.synthesis, 1, report, i);
            benchmark::DoNotOptimize(releve::run_replicate(plan, std::move(first), 1, i));
        }
    }
    tell_rate(bench, plan);
}

void following(benchmark::State& bench) {
    const releve::Pack pack = releve::benchmarks::langres_pack();
    releve::Plan plan = releve::benchmarks::baseline_plan(pack, releve::audit::months_followed(pack));
    plan.synthesis[static_cast<std::size_t>(releve::SynthesisParameter::each_replicate)] = 1;
    for (auto _ : bench) {
        benchmark::DoNotOptimize(releve::audit::follow(plan, {.seed = 1, .replicates = replicates, .threads = 1}));
    }
    bench.counters["goal_ratio"] = 1.5;
    tell_rate(bench, plan);
}

}  // namespace

BENCHMARK(running)->Unit(benchmark::kMillisecond)->MinTime(3);
BENCHMARK(following)->Unit(benchmark::kMillisecond)->MinTime(3);
