#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const Settings strong{{"capacity", 200}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}};

Settings with(Settings settings, const Settings& changed) {
    for (const auto& [name, value] : changed) {
        settings[name] = value;
    }
    return settings;
}

Plan plan_of(const Settings& settings, int horizon) {
    return langres_plan(horizon, {}, {action_entry("apprenticeship", settings)});
}

std::size_t apprentices_at(const State& state) {
    std::size_t count = 0;
    for (const Person& one : state.persons) {
        count += one.status == Status::employed && one.contract == Contract::apprentice ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_CASE("apprenticeship: the young are hired beside somebody able, as many as there are places") {
    std::set<std::uint32_t> seen;
    const ReplicateResult result = run_watched(plan_of(strong, 18), [&](const State& state, int month) {
        CHECK(state.programmes.size() <= 200);
        for (const Programme& one : state.programmes) {
            const Person& person = state.persons[one.person];
            if (!seen.insert(one.person.value).second) {
                continue;
            }
            CHECK(person.contract == Contract::apprentice);
            CHECK(person.age_years(month) >= 16);
            CHECK(person.age_years(month) <= 25);
            REQUIRE(!person.post.none());
            const CellId cell = state.cell_of(one.person);
            CHECK(one.establishment == state.cells.establishment[cell]);
            CHECK(state.cells.filled[cell] >= 1);
        }
    });
    CHECK(seen.size() > 100);
    CHECK(volume(result, VolumeOf::start) >= static_cast<double>(seen.size()));
}

TEST_CASE("apprenticeship: contracts last until their date unless broken, then some are kept") {
    // nobody breaks, everybody is kept: the ordinary end of contract must leave these contracts alone
    std::set<std::uint32_t> enrolled;
    int ended = 0;
    int kept = 0;
    const Settings sure = with(strong, {{"duration", 9}, {"breaks", 0}, {"kept", 1}});
    run_watched(plan_of(sure, 24), [&](const State& state, int) {
        for (const Event& event : state.events) {
            const bool was = enrolled.count(event.person.value) > 0;
            const bool end_of_contract =
                event.kind == EventKind::separation && event.detail == static_cast<unsigned>(Separation::contract_end);
            ended += was && end_of_contract && event.contract == Contract::apprentice ? 1 : 0;
            kept += was && event.kind == EventKind::conversion ? 1 : 0;
        }
        enrolled.clear();
        for (const Programme& one : state.programmes) {
            enrolled.insert(one.person.value);
        }
    });
    CHECK(ended == 0);
    CHECK(kept > 50);

    int left = 0;
    run_watched(plan_of(with(sure, {{"kept", 0}}), 24), [&](const State& state, int) {
        for (const Event& event : state.events) {
            left += event.kind == EventKind::separation && event.contract == Contract::apprentice && event.months == 9
                        ? 1
                        : 0;
        }
    });
    CHECK(left > 50);
}

TEST_CASE("apprenticeship adds apprentices; with windfall alone it changes nobody's path") {
    constexpr int horizon = 24;
    std::size_t without = 0;
    std::size_t with_action = 0;
    const auto last_month = [](std::size_t& number) {
        return [&number](const State& state, int) { number = apprentices_at(state); };
    };
    const ReplicateResult baseline = run_watched(langres_plan(horizon), last_month(without));
    run_watched(plan_of(strong, horizon), last_month(with_action));
    CHECK(with_action > without + 80);

    const ReplicateResult windfall =
        run_replicate(plan_of(with(strong, {{"deadweight", 1}}), horizon), langres_start().state, 1, 0);
    CHECK(volume(windfall, VolumeOf::start) > 20);
    CHECK(different_counts(windfall, baseline).empty());
}
