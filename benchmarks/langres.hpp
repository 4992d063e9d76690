#pragma once
#include "engine/inputs/pack_reader.hpp"
#include "engine/run/ensemble.hpp"

/// The Langres pack and its baseline, made ready for a benchmark.
namespace releve::benchmarks {

inline Pack langres_pack() {
    Problems problems;
    std::vector<Text> notes;
    Pack pack = read_pack(RELEVE_SOURCE_DIR "/scenarios/packs/langres", problems, notes);
    problems.raise();
    return pack;
}

inline Plan baseline_plan(const Pack& pack, int months) {
    Problems problems;
    Scenario baseline;
    baseline.id = "baseline";
    Plan plan = make_plan(pack, baseline, {}, months, problems);
    problems.raise();
    return plan;
}

}  // namespace releve::benchmarks
