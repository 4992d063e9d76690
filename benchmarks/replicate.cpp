// Claim: one replicate of Langres, 2013 to 2030 (216 months, about 48,000 people, all outputs), takes under 0.4 s of one
// core, so that the demonstration (300 runs, which share their course until an action begins) takes under a minute on two.
// Goal: 0.4 s. Rate: person-months per second.
#include "benchmarks/langres.hpp"

#include <benchmark/benchmark.h>

static void replicate(benchmark::State& bench) {
    using namespace releve;
    const Pack pack = benchmarks::langres_pack();
    const Plan plan = benchmarks::baseline_plan(pack, 216);
    SynthesisReport report;
    const State first = synthesise(pack, plan.synthesis, 1, report);
    std::uint32_t number = 0;
    for (auto _ : bench) {
        benchmark::DoNotOptimize(run_replicate(plan, first, 1, number++));
    }
    const double person_months = 216.0 * first.persons.size();
    bench.counters["goal_s"] = 0.4;
    bench.counters["person_months_per_s"] =
        benchmark::Counter(person_months, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(replicate)->Unit(benchmark::kMillisecond)->MinTime(3);
