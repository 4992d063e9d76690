#include "engine/run/replicate.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace releve;
using namespace releve::tests;

// What falls due in a supported establishment, or to somebody an action accompanies, happens with a lower chance.

namespace {

constexpr int horizon = 24;

/// In the first month every establishment is supported, its levers as the settings say.
void support_all(const InterventionStep& at, Proposals& proposals) {
    for (std::uint32_t e = 0; at.since_start == 0 && e < at.state.establishments.size(); ++e) {
        if (at.state.establishments.closed[EstablishmentId{e}] == 0) {
            proposals.support({EstablishmentId{e}, at.number, never, {.quits = static_cast<float>(at.settings[0])}});
        }
    }
}

/// In the first month everybody from 55 on is enrolled.
void enrol_seniors(const InterventionStep& at, Proposals& proposals) {
    for (std::uint32_t i = 0; at.since_start == 0 && i < at.state.persons.size(); ++i) {
        const Person& person = at.state.persons[PersonId{i}];
        if (person.status == Status::employed && person.age_years(at.state.month) >= 55) {
            proposals.enrol(
                {.action = at.number, .person = PersonId{i}, .retirement_share = static_cast<float>(at.settings[0])});
        }
    }
}

/// A year and another with such an action; owners' exits and births of establishments, which hire too, aside.
Plan plan_with(void (*step)(const InterventionStep&, Proposals&), double setting) {
    Scenario scenario;
    scenario.id = "test";
    scenario.parameters = {{"succession.from_inside", 0, "test"}, {"birth.multiplier", 0, "test"}};
    Problems problems;
    Intervention intervention{.name = "test",
                              .purpose = purpose("test"),
                              .settings = {setting},
                              .end = horizon,
                              .changes = {Change::support, Change::enrol},
                              .step = step};
    Plan plan = make_plan(langres(), scenario, {intervention}, horizon, problems);
    problems.raise();
    return plan;
}

/// Calls `see(before, now)` after each month but the first, with those enrolled at the end of the month before.
template <class See>
void follow(const Plan& plan, std::uint32_t replicate, See see) {
    Replicate run(plan, langres_start().state, 1, replicate);
    run.advance();
    while (!run.finished()) {
        std::set<PersonId> enrolled;
        for (const Programme& programme : run.state().programmes) {
            enrolled.insert(programme.person);
        }
        run.advance();
        see(enrolled, run.state());
    }
}

struct Exits {
    int quits = 0, moves = 0;
};

Exits exits(double lever, int replicates) {
    Exits found;
    const Plan plan = plan_with(support_all, lever);
    for (int r = 0; r < replicates; ++r) {
        follow(plan, static_cast<std::uint32_t>(r), [&](const std::set<PersonId>&, const State& state) {
            for (const Event& event : state.events) {
                const bool separation = event.kind == EventKind::separation;
                found.quits += separation && event.detail == static_cast<int>(Separation::quit) ? 1 : 0;
                found.moves += separation && event.detail == static_cast<int>(Separation::job_to_job) ? 1 : 0;
            }
        });
    }
    return found;
}

/// Retirements from post of those enrolled, and of others. Who loses the post, and with it the programme, may retire in the
/// same month.
std::pair<int, int> retirements(double share) {
    std::pair<int, int> found;
    follow(plan_with(enrol_seniors, share), 0, [&](const std::set<PersonId>& enrolled, const State& state) {
        for (const Event& event : state.events) {
            if (event.kind == EventKind::retirement && event.detail != 0) {
                ++(enrolled.count(event.person) > 0 ? found.first : found.second);
            }
        }
    });
    return found;
}

}  // namespace

TEST_CASE("with a lever of 0 nobody resigns or moves away; with one of a half, half as many do") {
    const Exits all = exits(1, 2);
    const Exits half = exits(0.5, 2);
    const Exits none = exits(0, 1);
    CHECK(none.quits == 0);
    CHECK(none.moves == 0);
    CHECK(all.quits > 500);
    CHECK(all.moves > 300);
    // Poisson counts, four standard errors; and a tenth more of workers short in the house, who resign more
    const auto close_to_half = [](int with, int without) {
        return std::abs(with - 0.5 * without) < 4 * std::sqrt(with + 0.25 * without) + 0.05 * without;
    };
    CHECK(close_to_half(half.quits, all.quits));
    CHECK(close_to_half(half.moves, all.moves));
}

TEST_CASE("with a share of 0 nobody enrolled retires, with one of a half fewer do, and others as before") {
    const auto [all, others] = retirements(1);
    const auto [half, others_of_half] = retirements(0.5);
    const auto [none, others_of_none] = retirements(0);
    CHECK(none == 0);
    CHECK(all > 200);
    CHECK(half > 0.4 * all);  // what is put off comes later
    CHECK(half < 0.8 * all);
    CHECK(others > 0);
    CHECK(std::abs(others - others_of_half) < 4 * std::sqrt(others + others_of_half));
    CHECK(std::abs(others - others_of_none) < 4 * std::sqrt(others + others_of_none));
}
