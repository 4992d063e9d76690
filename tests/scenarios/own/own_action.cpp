#include "scenarios/own/own_action.hpp"

#include "engine/base/error.hpp"
#include "scenarios/own/checked_proposals.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int months = 18;

Plan plan_with(const std::vector<OwnAction>& own) {
    Scenario scenario;
    scenario.id = "test";
    Problems problems;
    std::vector<Intervention> bound;
    bind_own_actions(own, langres().calendar, months, bound, problems);
    problems.raise();
    Plan plan = make_plan(langres(), scenario, std::move(bound), months, problems);
    problems.raise();
    return plan;
}

/// An action of the catalogue as if it were somebody's own.
OwnAction as_own(std::string_view name, const std::vector<double>& settings, std::vector<std::string> changes) {
    const Action& action = action_named(name);
    return {.name = std::string(name),
            .changes = std::move(changes),
            .wide_reach = action.wide_reach,
            .step = [&action, settings](const InterventionStep& at, Proposals& proposals) {
                InterventionStep with_settings{at.state,       at.setting, settings,  at.number,
                                               at.since_start, at.active,  at.purpose};
                action.step(with_settings, proposals);
            }};
}

std::string problem_of(const OwnAction& action) {
    try {
        plan_with({action});
    } catch (const InputError& error) {
        return to_lines(error, Language::en);
    }
    return "";
}

/// What the proposal is refused with in the first month, or "".
template <class Propose>
std::string refusal(const Propose& propose) {
    std::string text;
    OwnAction action{.name = "own", .changes = {"hire", "separate", "learn"}};
    action.step = [&](const InterventionStep& at, Proposals& proposals) {
        CheckedProposals checked(at, "own", {Change::hire, Change::separate, Change::learn}, proposals);
        try {
            propose(at, checked);
        } catch (const InputError& error) {
            text = to_lines(error, Language::en);
        }
    };
    const Plan plan = plan_with({action});
    Replicate run(plan, langres_start().state, 1, 0);
    run.advance();
    return text;
}

}  // namespace

TEST_CASE("an action told by other code gives the bits of the same one in the catalogue") {
    const Plan given = langres_plan(months, {}, {action_entry("mobility_support", {})});
    const std::vector<double> settings = given.interventions.front().settings;
    const Plan own = plan_with({as_own("mobility_support", settings, {"enrol", "complete"})});
    const ReplicateResult one = run_replicate(given, langres_start().state, 1, 0);
    const ReplicateResult other = run_replicate(own, langres_start().state, 1, 0);
    CHECK(differences(one, other).empty());
    CHECK(volume(one, VolumeOf::start) == volume(other, VolumeOf::start));
    CHECK(volume(one, VolumeOf::start) > 0);
}

TEST_CASE("a state given away stays as it was, and the run goes on to the same bits") {
    const Plan plan = langres_plan(months);
    Replicate looked_at(plan, langres_start().state, 1, 0);
    const Person* const first = &*looked_at.state().persons.begin();
    const auto given = looked_at.give_away();
    CHECK(&*given->persons.begin() == first);  // who looks at the columns goes on looking at the same ones
    const auto unemployed = given->residents[static_cast<std::size_t>(Status::unemployed)];
    while (!looked_at.finished()) {
        looked_at.advance();
    }
    check_invariants(looked_at.state());
    CHECK(given->month == 0);
    CHECK(given->residents[static_cast<std::size_t>(Status::unemployed)] == unemployed);
    CHECK(looked_at.state().residents[static_cast<std::size_t>(Status::unemployed)] != unemployed);
    CHECK(differences(looked_at.take_result(), run_replicate(plan, langres_start().state, 1, 0)).empty());
}

TEST_CASE("names, changes and dates of own actions are checked") {
    const auto nothing = [](const InterventionStep&, Proposals&) {};
    CHECK_THAT(problem_of({.name = "Own", .step = nothing}), Catch::Contains("'Own': not a name"));
    CHECK_THAT(problem_of({.name = "own", .changes = {"separat"}, .step = nothing}), Catch::Contains("'separate'"));
    CHECK_THAT(problem_of({.name = "own", .start = Month::of(2015, 1), .end = Month::of(2014, 1), .step = nothing}),
               Catch::Contains("2014-01 is before its start 2015-01"));
    CHECK_THAT(problem_of({.name = "own", .end = Month::of(2012, 1), .step = nothing}),
               Catch::Contains("before the pack starts"));
    const Plan plan =
        plan_with({{.name = "own", .start = Month::of(2013, 3), .end = Month::of(2013, 5), .step = nothing}});
    CHECK(plan.interventions.front().start == 2);
    CHECK(plan.interventions.front().end == 4);
}

TEST_CASE("what own code proposes is checked against the state") {
    using Checked = CheckedProposals;
    const auto seeker = [](const InterventionStep& at) { return at.state.seekers.members().front().value; };
    const auto held = [](const InterventionStep& at) {
        const auto& posts = at.state.posts;
        std::uint32_t place = 0;
        while (posts[PostId{place}].holder.none()) {
            ++place;
        }
        return PostId{place};
    };
    CHECK(refusal([&](const auto& at, Checked& may) {
              may.separate(at.state.posts[held(at)].holder.value, "quit");
          }).empty());
    CHECK_THAT(refusal([](const auto&, Checked& may) { may.separate(-1, "quit"); }), Catch::Contains("no person -1"));
    CHECK_THAT(refusal([&](const auto& at, Checked& may) { may.separate(seeker(at), "quit"); }),
               Catch::Contains("holds no post"));
    CHECK_THAT(refusal([](const auto&, Checked& may) { may.die(0); }), Catch::Contains("not declared"));
    CHECK_THAT(refusal([&](const auto& at, Checked& may) { may.hire(seeker(at), held(at).value, "open_ended", {}); }),
               Catch::Contains("is not vacant"));
    CHECK_THAT(refusal([](const auto&, Checked& may) { may.learn(0, std::nan("")); }), Catch::Contains("out of range"));
}
