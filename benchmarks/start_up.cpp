// Claim: reading the Langres pack (30 tables) and building its first state takes under 0.2 s.
// Goal: 0.2 s for both together. Rate: starts per second.
#include "benchmarks/langres.hpp"

#include <benchmark/benchmark.h>

static void reading(benchmark::State& bench) {
    for (auto _ : bench) {
        benchmark::DoNotOptimize(releve::benchmarks::langres_pack());
    }
}
BENCHMARK(reading)->Unit(benchmark::kMillisecond);

static void synthesis(benchmark::State& bench) {
    using namespace releve;
    const Pack pack = benchmarks::langres_pack();
    const Plan plan = benchmarks::baseline_plan(pack, 216);
    for (auto _ : bench) {
        SynthesisReport report;
        benchmark::DoNotOptimize(synthesise(pack, plan.synthesis, 1, report));
    }
    bench.counters["goal_s"] = 0.2;
}
BENCHMARK(synthesis)->Unit(benchmark::kMillisecond);
