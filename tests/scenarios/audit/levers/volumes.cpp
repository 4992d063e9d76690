#include "scenarios/audit/levers/volumes.hpp"

#include "scenarios/funding/expenses.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>

namespace releve::audit {

TEST_CASE("what an action does in each establishment sums to what it does", "[levers]") {
    for (const char* const action : {"tutoring", "working_conditions", "anticipated_hiring", "pre_hiring_training"}) {
        INFO(action);
        const Plan plan = tests::langres_plan(24, {}, {tests::action_entry(action, {{"ramp", 0}})});
        PlacedVolumes volumes;
        volumes.placed.resize(tests::langres().establishments.size());
        volumes.took_part.resize(volumes.placed.size());
        const ReplicateResult result =
            tests::run_watched(plan, [&](const State& state, int) { add_month(state, 1, volumes); });
        for (const VolumeOf what :
             {VolumeOf::start, VolumeOf::month, VolumeOf::establishment, VolumeOf::running_month}) {
            const auto at = static_cast<std::size_t>(what);
            double sum = static_cast<double>(volumes.unplaced[at]);
            for (const Volume& one : volumes.placed) {
                sum += static_cast<double>(one[at]);
            }
            // establishments born in the run are in no row: theirs is unplaced
            CHECK(sum == tests::volume(result, what));
        }
        CHECK(std::count(volumes.took_part.begin(), volumes.took_part.end(), 1) > 0);
    }
}

TEST_CASE("costs are those that funding counts without a scheme", "[levers]") {
    const Pack& pack = tests::langres();
    const Volume volume{3, 40, 2, 60};
    for (const Action* action : all_actions()) {
        INFO(action->name);
        double euros = 0;
        for (const CostLine& line : cost_lines(action->name, "", volume, pack)) {
            euros += line.euros;
        }
        REQUIRE(euros_of(pack, action->name, volume));
        CHECK(*euros_of(pack, action->name, volume) == Approx(euros));
        CHECK(euros > 0);
    }
    CHECK_FALSE(euros_of(Pack{}, "tutoring", volume));
}

TEST_CASE("volumes are means over replicates, what none shows is shared out", "[levers]") {
    std::vector<PlacedVolumes> replicates(2);
    for (PlacedVolumes& one : replicates) {
        one.placed.resize(2);
        one.took_part = {0, 0};
        one.unplaced = {8, 0, 0, 60};
    }
    CHECK_FALSE(taking_part(replicates, 0));
    replicates[1].placed[0] = {2, 24, 1, 0};
    replicates[1].took_part[0] = 1;
    CHECK(taking_part(replicates, 0) == 0.5);
    CHECK(taking_part(replicates, 1) == 0.0);
    const Volume volume = volume_of(replicates, 0, 0.25, 10);  // a simulated person stands for ten
    CHECK(volume[static_cast<std::size_t>(VolumeOf::start)] == 10 * (1 + 2));
    CHECK(volume[static_cast<std::size_t>(VolumeOf::month)] == 10 * 12);
    CHECK(volume[static_cast<std::size_t>(VolumeOf::running_month)] == 15);
}

}  // namespace releve::audit
