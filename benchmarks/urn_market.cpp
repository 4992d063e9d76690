// Claim: the urn market (scenarios/packs/urn_market, 216 months), run as any pack is, goes at twice the rate of a careful
// scalar C++ program written for it alone, on one core and both for a market that fits in cache (20,000 workers) and for one
// that does not (1,000,000); five times is the aim. The first state is given; copying it, starting the clocks and all
// outputs are counted.
// Goal: 400 million worker-months per second of CPU, as that program makes some 200 on the machine of reference. What
// holds is the ratio of one run of benchmarks/race.
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "engine/run/replicate.hpp"
#include "engine/synthesis/synthesise.hpp"

#include <benchmark/benchmark.h>

static void urn_market(benchmark::State& bench, const char* file) {
    using namespace releve;
    constexpr int months = 216;
    const std::string directory = RELEVE_SOURCE_DIR "/scenarios/packs/urn_market/";
    Problems problems;
    std::vector<Text> notes;
    const Scenario scenario = read_scenario(directory + file, problems);
    const Pack pack = read_pack(scenario.pack_directory, problems, notes);
    const Plan plan = make_plan(pack, scenario, {}, months, problems);
    problems.raise();
    SynthesisReport report;
    const State first = synthesise(pack, plan.synthesis, 1, report);
    std::uint32_t number = 0;
    for (auto _ : bench) {
        benchmark::DoNotOptimize(run_replicate(plan, first, 1, number++));
    }
    const double worker_months = double{months} * first.persons.size();
    bench.counters["goal_per_s"] = 4e8;
    bench.counters["person_months_per_s"] =
        benchmark::Counter(worker_months, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(urn_market, thousands, "baseline.toml")->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK_CAPTURE(urn_market, million, "million.toml")->Unit(benchmark::kMillisecond)->Iterations(1);
