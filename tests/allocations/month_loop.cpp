#include "engine/run/memory.hpp"
#include "tests/allocations/counting.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int warm_up = 24;  // [months] columns have found their size
constexpr int months = 60;

}  // namespace

/// Not none: docs/decisions/allocations.md lists what is left, and what it would take. The ceilings keep it from growing.
TEST_CASE("an ordinary month of Langres takes few blocks from the free store") {
    const Plan plan = langres_plan(months);
    Replicate run(plan, langres_start().state, 1, 0);
    std::size_t most = 0;
    std::size_t sum = 0;
    std::size_t counted = 0;
    while (!run.finished()) {
        const bool ordinary = run.month() >= warm_up && run.month() % 12 != 11;  // December also tells the year
        const std::size_t before = allocations().number;
        run.advance();
        const std::size_t taken = allocations().number - before;
        if (ordinary) {
            most = std::max(most, taken);
            sum += taken;
            ++counted;
        }
    }
    INFO("mean " << sum / counted << ", most " << most);
    CHECK(sum / counted <= 800);
    CHECK(most <= 1500);
    CHECK(sum > 0);  // the counting works
}

/// The estimate is an upper bound, within a factor of three: it counts every clock and every commuter there might be.
TEST_CASE("the memory of a run is estimated before it starts") {
    const std::vector<Plan> plans{langres_plan(months)};
    reset_peak();
    const std::size_t before = allocations().live;
    const EnsembleResult result = run_ensemble(plans, {.replicates = 2, .threads = 1});
    const double taken = static_cast<double>(allocations().peak - before);
    const MemoryNeed need = memory_need(plans);
    const double outside = 32e6;  // what the estimate adds for the program itself
    const double estimated = memory_of(need, {1, 2, 1}) - outside;
    INFO("taken " << taken / 1e6 << " MB, estimated " << estimated / 1e6 << " MB");
    CHECK(taken <= estimated);
    CHECK(estimated <= 3 * taken);
}
