#include "engine/inputs/space.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const Settings strong{{"capacity", 200}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}, {"success", 1}};

Settings with(Settings settings, std::string_view name, double value) {
    settings[std::string(name)] = value;
    return settings;
}

Plan plan_of(const Settings& settings, int horizon) {
    return langres_plan(horizon, {}, {action_entry("executive_attraction", settings)});
}

}  // namespace

TEST_CASE("executives: those who move in take an old vacancy of an occupation of graduates") {
    std::set<DrawKey> keys;
    int recruited = 0;
    const ReplicateResult result =
        run_watched(plan_of(with(strong, "partner", 0), 24), [&](const State& state, int month) {
            for (const Event& event : state.events) {
                if (event.kind != EventKind::arrival || event.detail != static_cast<unsigned>(Origin::other)) {
                    continue;
                }
                const Person& person = state.persons[event.person];
                ++recruited;
                CHECK(keys.insert(person.key).second);
                CHECK(person.status == Status::employed);
                CHECK(person.contract == Contract::open_ended);
                CHECK(person.hired == month);
                CHECK(state.inside(event.person));
                CHECK(person.age_years(month) >= 28);
                CHECK(person.age_years(month) <= 50);
                CHECK(langres().education_by_occupation[person.occupation][4] >= 0.4);
                const EstablishmentId establishment = state.establishment_of(event.person);
                const auto& zones = langres().zones;
                CHECK(distance_km(zones[person.zone], zones[state.establishments.zone[establishment]]) <= 15);
            }
        });
    CHECK(recruited > 20);
    CHECK(volume(result, VolumeOf::start) == recruited);
    CHECK(volume(result, VolumeOf::month) == recruited);  // each vacancy helped is filled at once
}

TEST_CASE("executives: partners come along and look for a post") {
    int arrived = 0;
    int looking = 0;
    const ReplicateResult result = run_watched(plan_of(with(strong, "partner", 1), 18), [&](const State& state, int) {
        for (const Event& event : state.events) {
            if (event.kind == EventKind::arrival && event.detail == static_cast<unsigned>(Origin::other)) {
                ++arrived;
                looking += state.persons[event.person].status == Status::unemployed ? 1 : 0;
            }
        }
    });
    CHECK(arrived > 20);
    CHECK(arrived == 2 * volume(result, VolumeOf::start));
    CHECK(looking > arrived / 5);  // of half of them; some find a post in the month in which they come
}

TEST_CASE("executives: more people in post, fewer vacancies of graduates that last; windfalls change nothing") {
    constexpr int horizon = 30;
    const Plan baseline = langres_plan(horizon);
    const auto employment = [](const ReplicateResult& one) { return total(one, "employment"); };
    const auto unfilled = [](const ReplicateResult& one) {
        const std::size_t occupations = langres().occupations.size();
        double sum = 0;
        for (std::size_t o = 0; o < occupations; ++o) {
            const bool graduates = langres().education_by_occupation[o][4] >= 0.4;
            sum += graduates ? total(one, "unfilled_posts_by_occupation", o, occupations) : 0.0;
        }
        return sum;
    };
    const Plan plan = plan_of(strong, horizon);
    const Effect people = effect_of(baseline, plan, 4, employment);
    CHECK(people.mean - 3 * people.error > 0);
    const Effect open = effect_of(baseline, plan, 4, unfilled);
    CHECK(open.mean + 3 * open.error < 0);

    const ReplicateResult windfall =
        run_replicate(plan_of(with(strong, "deadweight", 1), horizon), langres_start().state, 1, 0);
    CHECK(volume(windfall, VolumeOf::start) > 10);
    CHECK(differences(run_replicate(baseline, langres_start().state, 1, 0), windfall).empty());
}
