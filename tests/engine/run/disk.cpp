#include "engine/run/disk.hpp"

#include "engine/base/error.hpp"
#include "engine/results/netcdf_file.hpp"
#include "engine/run/result_dataset.hpp"
#include "engine/run/run_record.hpp"
#include "tests/engine/results/sample.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace releve;
using namespace releve::tests;

/// Measured on runs of 60 months; the estimate must hold for others within a factor of two.
TEST_CASE("the room that a run takes on the disk is estimated before it starts") {
    const std::vector<Plan> plans{langres_plan(36), langres_plan(36, {{"matching.applications", 2}})};
    const test::Scratch scratch;
    EnsembleResult result(KeptRuns(2, Journal(scratch.file("a.journal"), {"test"}, false)));
    continue_ensemble(result, plans, {.seed = 1, .replicates = 4, .threads = 2});
    write_dataset(make_dataset(result, plans, std::vector<Scenario>(2), langres(), {.replicates = 4}),
                  scratch.file("a.h5"));
    const auto size = [&](const char* name) {
        return static_cast<double>(std::filesystem::file_size(scratch.file(name)));
    };
    const DiskNeed need = disk_need(plans, 4);
    INFO("journal " << size("a.journal") << " estimated " << need.journal << ", result " << size("a.h5")
                    << " estimated " << need.result);
    CHECK(size("a.journal") <= 2 * need.journal);
    CHECK(need.journal <= 2 * size("a.journal"));
    CHECK(size("a.h5") <= 2 * need.result);
    CHECK(need.result <= 2 * size("a.h5"));
    CHECK(disk_available(scratch.file("")).value() > 0);
    CHECK_FALSE(disk_available(scratch.file("nowhere")));
}

TEST_CASE("a run for which the disk has no room is refused, with what it takes and what is free") {
    const DiskNeed need{.journal = 80e6, .result = 20e6};
    refuse_no_room("x.h5", need, 121e6);
    CHECK_THROWS_WITH(
        refuse_no_room("x.h5", need, 119e6),
        Catch::Contains("x.h5: about 100 MB are needed on the disk (80 MB") && Catch::Contains("119 MB are free"));
}

/// The share that deflating leaves is an estimate; other courses of the same territory leave nearly the same.
TEST_CASE("the room for one run of Langres to 2030 is that which its record takes, within the margin") {
    const std::vector<Plan> plans{langres_plan(216)};
    const ReplicateResult run = run_replicate(plans[0], langres_start().state, 1, 0);
    const auto taken = static_cast<double>(encode_run(0, 0, run).size());
    const double estimated = disk_need(plans, 1).journal;
    INFO("taken " << taken << ", estimated " << estimated);
    CHECK(1.2 * estimated >= taken);
    CHECK(estimated <= 1.5 * taken);
}

/// 2,462 establishments, 18 years: what is told of each is by its moments alone.
TEST_CASE("the results of seven scenarios of Langres to 2030 stay under 50 MB, whatever happens in them") {
    const Plan plan = langres_plan(216);
    double numbers = 0;  // by establishment, not deflated
    for (const Output* output : all_outputs()) {
        if (std::find(output->axes.begin(), output->axes.end(), Axis::establishment) != output->axes.end()) {
            CHECK(output->moments_only);
            numbers += 2.0 * 18 * static_cast<double>(cells_of(*output, langres()));
        }
    }
    CHECK(numbers == 5 * 2.0 * 18 * 2462);
    CHECK(7 * numbers * sizeof(float) < 50e6);
    CHECK(disk_need(std::vector<Plan>(7, plan), 100).result < 50e6);
}
