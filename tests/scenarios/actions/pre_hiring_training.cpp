#include "engine/inputs/space.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const Settings strong{{"places", 300}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}, {"promise_open", 0}};

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
    std::size_t cut = 0;
    const ReplicateResult result = run_watched(plan_of(strong, 24), [&](const State& state, int month) {
        CHECK(state.programmes.size() <= 300);
        for (const Programme& one : state.programmes) {
            const Person& person = state.persons[one.person];
            const Post& post = state.posts[one.post];
            REQUIRE(person.status == Status::training);
            if (!seen.insert(one.person.value).second || one.until != month + 3) {
                continue;
            }
            if (post.key != one.post_key || !post.exists()) {
                ++cut;  // later in the month, with its establishment
                continue;
            }
            CHECK(post.reserved == 1);
            CHECK(post.owner_post == 0);
            CHECK(month - post.opened >= 2);
            CHECK(state.cells.occupation[post.cell] == person.occupation);
            CHECK(person.age_years(month) >= 18);
            CHECK(person.age_years(month) <= 59);
            CHECK(person.mastery >= 0.15F);
            CHECK(person.mastery < 0.6F);
            const EstablishmentId establishment = state.cells.establishment[post.cell];
            const auto& zones = langres().zones;
            CHECK(distance_km(zones[person.zone], zones[state.establishments.zone[establishment]]) <= 30);
        }
    });
    CHECK(seen.size() > 100);
    CHECK(cut < seen.size() / 20);
    CHECK(volume(result, VolumeOf::start) >= static_cast<double>(seen.size()));
    CHECK(volume(result, VolumeOf::month) > volume(result, VolumeOf::start));
    CHECK(volume(result, VolumeOf::month) <= 3 * volume(result, VolumeOf::start));  // none lasts longer
}

TEST_CASE("training before hiring: who does not drop out is hired on an open-ended contract at the mastery aimed at") {
    int hired = 0;
    int over = 0;
    run_watched(plan_of(with(strong, "drop_out", 0), 18), [&](const State& state, int month) {
        for (const Event& event : state.events) {
            if (event.kind == EventKind::placement) {
                ++hired;
                CHECK(event.contract == Contract::open_ended);
                const Person& person = state.persons[event.person];
                if (person.hired == month && person.occupation == event.occupation) {  // not gone elsewhere since
                    CHECK(person.mastery >= 0.6F);
                }
            }
            over += event.kind == EventKind::completion ? 1 : 0;
        }
    });
    CHECK(hired > 50);
    CHECK(over < hired / 5);  // only those whose post was cut
    int dropped = 0;
    run_watched(plan_of(with(strong, "drop_out", 0.5), 18), [&](const State& state, int) {
        for (const Event& event : state.events) {
            dropped += event.kind == EventKind::completion ? 1 : 0;
        }
    });
    CHECK(dropped > 50);
}

TEST_CASE("training before hiring: without a promise nobody keeps the post, and the trained apply") {
    int applying = 0;
    run_watched(plan_of(with(strong, "promise_open", 120), 18), [&](const State& state, int) {
        for (const Programme& one : state.programmes) {
            CHECK(one.post.none());
        }
        for (const Event& event : state.events) {
            CHECK(event.kind != EventKind::placement);
            const Person& person = event.person.none() ? Person{} : state.persons[event.person];
            if (event.kind == EventKind::completion && person.extra_applications > 0) {
                ++applying;
                CHECK(person.mastery >= 0.6F);
            }
        }
    });
    CHECK(applying > 50);
}

TEST_CASE("training before hiring fills posts that stay open, unless they are kept empty too soon") {
    constexpr int horizon = 36;
    const Plan baseline = langres_plan(horizon);
    const auto unfilled = [](const ReplicateResult& one) { return total(one, "unfilled_posts"); };
    const Effect open = effect_of(baseline, plan_of(with(strong, "promise_open", 120), horizon), 10, unfilled);
    CHECK(open.mean + 3 * open.error < 0);
    const Effect kept = effect_of(baseline, plan_of(strong, horizon), 3, unfilled);
    CHECK(kept.mean - 3 * kept.error > 0);
}

TEST_CASE("training before hiring: windfalls are counted and change nobody's path") {
    constexpr int horizon = 30;
    const ReplicateResult without = run_replicate(langres_plan(horizon), langres_start().state, 1, 0);
    const ReplicateResult windfall =
        run_replicate(plan_of(with(strong, "deadweight", 1), horizon), langres_start().state, 1, 0);
    CHECK(volume(windfall, VolumeOf::start) > 10);
    CHECK(different_counts(without, windfall).empty());
}
