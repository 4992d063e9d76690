#include "engine/run/kept_runs.hpp"

#include "engine/run/ensemble.hpp"
#include "engine/run/result_dataset.hpp"
#include "tests/engine/results/sample.hpp"
#include "tests/langres_run.hpp"

#include <atomic>
#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

/// Two outputs, one of more than a slab, and one action over two years; every number tells its place.
ReplicateResult run_of(float offset) {
    ReplicateResult run;
    run.values = {std::vector<float>(2 * slab_cells + 5), {1.5F, -0.0F, offset}, {}};
    for (std::size_t i = 0; i < run.values[0].size(); ++i) {
        run.values[0][i] = static_cast<float>(i) + offset;
    }
    run.volumes = {{1, 2, 3, 4}, {offset, 0, 0, 0}};
    return run;
}

KeptRuns in_file(const std::string& path, bool resume) { return {2, Journal(path, {"test"}, resume)}; }

void check_reads(const KeptRuns& kept) {
    const ReplicateResult run = kept.run(1, 0);
    CHECK(run.values == run_of(7).values);
    CHECK(run.volumes == run_of(7).volumes);
    CHECK(std::signbit(run.values[1][1]));
    std::vector<float> part(10);
    kept.read(1, 0, 0, slab_cells - 4, part);  // over the border of two slabs
    CHECK(part.front() == static_cast<float>(slab_cells - 4) + 7);
    CHECK(part.back() == static_cast<float>(slab_cells + 5) + 7);
    CHECK(kept.read(0, 2, 1, 2, 1) == std::vector<float>{3, 5});  // [replicate][cell]
    CHECK(kept.cells(0, 0) == 2 * slab_cells + 5);
    CHECK_THROWS_AS(kept.run(1, 1), ModelError);
    CHECK_THROWS_AS(kept.read(1, 0, 1, 3, part), ModelError);
    CHECK(kept.count() == 3);
    CHECK(kept.complete() == 1);
}

void fill_with(KeptRuns& kept) {
    kept.add(0, 1, run_of(5));
    kept.add(1, 0, run_of(7));
    kept.add(0, 0, run_of(3));
    kept.add(0, 0, run_of(99));  // already there: not changed
}

/// All that a result file tells of an ensemble.
Dataset dataset_of(const EnsembleResult& result, const std::vector<Plan>& plans) {
    return make_dataset(result, plans, std::vector<Scenario>(plans.size()), langres(),
                        {.replicates = result.replicates});
}

std::vector<Plan> two_plans() { return {langres_plan(6), langres_plan(6, {{"matching.applications", 2}})}; }

}  // namespace

TEST_CASE("runs kept in memory and in a journal read the same, also after another start") {
    KeptRuns memory(2);
    fill_with(memory);
    check_reads(memory);
    const test::Scratch scratch;
    const std::string path = scratch.file("runs.journal");
    {
        KeptRuns journal = in_file(path, false);
        fill_with(journal);
        check_reads(journal);
    }
    KeptRuns again = in_file(path, true);
    check_reads(again);
    again.forget();
    CHECK(scratch.entries() == 0);
}

TEST_CASE("an ensemble goes on from what a journal kept to the same bits, on other threads and to more replicates") {
    const std::vector<Plan> plans = two_plans();
    const EnsembleResult whole = run_ensemble(plans, {.seed = 5, .replicates = 4, .threads = 2});
    const test::Scratch scratch;
    const std::string path = scratch.file("runs.journal");
    {
        // what a run leaves that was killed in the middle: holes, and one replicate that not every scenario has
        KeptRuns kept = in_file(path, false);
        kept.add(0, 0, whole.run(0, 0));
        kept.add(1, 2, whole.run(1, 2));
    }
    EnsembleResult resumed(in_file(path, true));
    CHECK(resumed.kept.complete() == 0);
    continue_ensemble(resumed, plans, {.seed = 5, .replicates = 2, .threads = 1});
    CHECK(resumed.replicates == 2);
    continue_ensemble(resumed, plans, {.seed = 5, .replicates = 4, .threads = 3});
    CHECK(dataset_of(resumed, plans) == dataset_of(whole, plans));
}

TEST_CASE("runs already kept are not run again") {
    const std::vector<Plan> plans = two_plans();
    EnsembleResult result(KeptRuns(2));
    ReplicateResult marked = run_replicate(plans[0], langres_start().state, 5, 0);
    marked.values[0][0] = -1;
    result.kept.add(0, 0, marked);
    std::size_t told = 0;
    continue_ensemble(
        result, plans,
        {.seed = 5, .replicates = 1, .threads = 1, .progress = [&](std::size_t, std::size_t) { ++told; }});
    CHECK(told == 1);
    CHECK(result.run(0, 0).values[0][0] == -1);
}

TEST_CASE("an interrupted ensemble keeps what is done") {
    const std::vector<Plan> plans = two_plans();
    EnsembleResult result(KeptRuns(2));
    std::atomic<std::size_t> done = 0;
    EnsembleOptions options{.seed = 5, .replicates = 50, .threads = 1};
    options.progress = [&](std::size_t so_far, std::size_t) { done = so_far; };
    options.interrupted = [&] { return done >= 4; };
    CHECK_THROWS_AS(continue_ensemble(result, plans, options), Interrupted);
    CHECK(result.kept.count() >= 4);
    REQUIRE(result.replicates >= 2);
    const EnsembleResult whole = run_ensemble(plans, {.seed = 5, .replicates = result.replicates, .threads = 2});
    CHECK(dataset_of(result, plans) == dataset_of(whole, plans));
}
