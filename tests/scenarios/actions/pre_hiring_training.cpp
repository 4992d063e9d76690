#include "engine/inputs/space.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const Settings strong{{"places", 300}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}};

Settings with(Settings settings, std::string_view name, double value) {
    settings[std::string(name)] = value;
    return settings;
}

Plan plan_of(const Settings& settings, int horizon) {
    return langres_plan(horizon, {}, {action_entry("pre_hiring_training", settings)});
}

}  // namespace

TEST_CASE("training before hiring: a post is kept for each trainee, who is eligible") {
    std::set<std::uint32_t> seen;
    const ReplicateResult result = run_watched(plan_of(strong, 24), [&](const State& state) {
        CHECK(state.programmes.size() <= 300);
        for (const Programme& one : state.programmes) {
            const Person& person = state.persons[one.person];
            const Post& post = state.posts[one.post];
            REQUIRE(person.status == Status::training);
            if (!seen.insert(one.person.value).second || one.until != state.month + 3) {
                continue;  // the post may have been cut since
            }
            REQUIRE(post.key == one.post_key);
            CHECK(post.reserved == 1);
            CHECK(post.owner_post == 0);
            CHECK(state.month - post.opened >= 2);
            CHECK(state.cells.occupation[post.cell] == person.occupation);
            CHECK(person.age_years(state.month) >= 18);
            CHECK(person.age_years(state.month) <= 59);
            CHECK(person.mastery >= 0.15F);
            CHECK(person.mastery < 0.6F);
            const EstablishmentId establishment = state.cells.establishment[post.cell];
            const auto& zones = langres().zones;
            CHECK(distance_km(zones[person.zone], zones[state.establishments.zone[establishment]]) <= 30);
        }
    });
    CHECK(seen.size() > 100);
    CHECK(volume(result, VolumeOf::start) >= static_cast<double>(seen.size()));
    CHECK(volume(result, VolumeOf::month) > volume(result, VolumeOf::start));
    CHECK(volume(result, VolumeOf::month) <= 3 * volume(result, VolumeOf::start));  // none lasts longer
}

TEST_CASE("training before hiring: who does not drop out is hired on an open-ended contract at the mastery aimed at") {
    int hired = 0;
    int over = 0;
    run_watched(plan_of(with(strong, "drop_out", 0), 18), [&](const State& state) {
        for (const Event& event : state.events) {
            if (event.kind == EventKind::placement) {
                ++hired;
                const Person& person = state.persons[event.person];
                CHECK(person.contract == Contract::open_ended);
                CHECK(person.mastery >= 0.6F);
                CHECK(person.hires > 0);
            }
            over += event.kind == EventKind::completion ? 1 : 0;
        }
    });
    CHECK(hired > 50);
    CHECK(over < hired / 5);  // only those whose post was cut
    int dropped = 0;
    run_watched(plan_of(with(strong, "drop_out", 0.5), 18), [&](const State& state) {
        for (const Event& event : state.events) {
            dropped += event.kind == EventKind::completion ? 1 : 0;
        }
    });
    CHECK(dropped > 50);
}

TEST_CASE("training before hiring fills posts that stay open, and windfalls change nothing but what is counted") {
    constexpr int horizon = 30;
    const Plan baseline = langres_plan(horizon);
    const auto unfilled = [](const ReplicateResult& one) { return total(one, "unfilled_posts"); };
    const Effect effect = effect_of(baseline, plan_of(strong, horizon), 5, unfilled);
    CHECK(effect.mean + 3 * effect.error < 0);

    const ReplicateResult without = run_replicate(baseline, langres_start().state, 1, 0);
    const ReplicateResult windfall =
        run_replicate(plan_of(with(strong, "deadweight", 1), horizon), langres_start().state, 1, 0);
    CHECK(volume(windfall, VolumeOf::start) > 10);
    CHECK(differences(without, windfall) == std::vector<std::string>{"enrolled"});
}
