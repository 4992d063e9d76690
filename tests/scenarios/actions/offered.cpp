#include "scenarios/actions/offered.hpp"

#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

/// Where an action is seen at work: supports, people accompanied, departures prepared.
std::set<std::uint32_t> places_of(const State& state) {
    std::set<std::uint32_t> places;
    for (const Support& support : state.supports) {
        places.insert(support.establishment.value);
    }
    for (const Programme& programme : state.programmes) {
        if (!programme.establishment.none()) {
            places.insert(programme.establishment.value);
        } else if (!state.persons[programme.person].post.none()) {
            places.insert(state.establishment_of(programme.person).value);
        }
    }
    for (const Post& post : state.posts) {
        if (post.relieved != 0 && !post.cell.none()) {
            places.insert(state.cells.establishment[post.cell].value);
        }
    }
    return places;
}

ActionEntry offered_entry(const Action& action, const std::vector<std::string>& establishments) {
    Settings settings;
    for (const Parameter& parameter : action.parameters) {
        if (parameter.name == "take_up" || parameter.name == action.capacity) {
            settings[std::string(parameter.name)] = parameter.most;
        } else if (parameter.name == "ramp") {
            settings["ramp"] = 0;
        }
    }
    ActionEntry entry = action_entry(action.name, settings);
    entry.establishments = establishments;
    return entry;
}

Problems bound(std::string_view action, const std::vector<std::string>& establishments) {
    Problems problems;
    Scenario scenario;
    scenario.actions.push_back({.type = std::string(action), .where = "plan.toml:3", .establishments = establishments});
    bind_actions(scenario, langres(), 12, problems);
    return problems;
}

}  // namespace

TEST_CASE("an action kept to some establishments works in these alone", "[offered]") {
    const Pack& pack = langres();
    std::vector<std::string> codes;
    std::set<std::uint32_t> offered;
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        if (pack.establishments[e].audited) {
            offered.insert(e);
            codes.push_back(pack.establishments[e].id);
        }
    }
    std::size_t at_work = 0;
    for (const Action* action : all_actions()) {
        if (action->of_people) {
            continue;
        }
        INFO(action->name);
        std::set<std::uint32_t> others;
        std::set<std::uint32_t> places;
        run_watched(langres_plan(14, {}, {offered_entry(*action, codes)}), [&](const State& state, int) {
            for (const std::uint32_t place : places_of(state)) {
                (offered.contains(place) ? places : others).insert(place);
            }
        });
        // somebody accompanied may have moved on to another house: only tutoring, retention and apprentices follow a person
        const bool follows =
            action->name == "tutoring" || action->name == "senior_retention" || action->name == "apprenticeship";
        CHECK((follows || others.empty()));
        CHECK(others.size() <= places.size() / 4);
        at_work += places.empty() ? 0 : 1;
    }
    CHECK(at_work >= 7);  // of ten: recruiters of executives are not seen, groups need neighbours
}

TEST_CASE("offered to nobody, no action changes one bit, births of establishments included", "[offered]") {
    constexpr int horizon = 20;
    const ReplicateResult baseline = run_replicate(langres_plan(horizon), langres_start().state, 1, 0);
    for (const Action* action : all_actions()) {
        if (action->of_people) {
            continue;
        }
        INFO(action->name);
        Plan plan = langres_plan(horizon, {}, {offered_entry(*action, {langres().establishments.front().id})});
        REQUIRE(plan.interventions.front().offered.front() == 1);
        plan.interventions.front().offered.front() = 0;
        CHECK(differences(baseline, run_replicate(plan, langres_start().state, 1, 0)).empty());
    }
}

TEST_CASE("lists of establishments that mean nothing are refused with their place", "[offered]") {
    const std::string known = langres().establishments.front().id;
    CHECK(bound("tutoring", {known}).none());
    const Problems unknown = bound("tutoring", {known, known + "9", "nowhere at all"});
    REQUIRE(unknown.count() == 2);
    CHECK(unknown.kept()[0].where == "plan.toml:3 establishments");
    CHECK_THAT(unknown.kept()[0].what.en, Catch::Contains("did you mean 'E"));
    CHECK_THAT(unknown.kept()[0].what.fr, Catch::Contains("vouliez-vous dire «\u00a0E"));
    CHECK_THAT(unknown.kept()[1].what.en, Catch::Contains("see establishments.csv"));
    const Problems empty = bound("tutoring", {});
    REQUIRE(empty.count() == 1);
    CHECK_THAT(empty.kept()[0].what.en, Catch::Contains("nobody could take part"));
    for (const Action* action : all_actions()) {
        CHECK(bound(action->name, {known}).none() == !action->of_people);
    }
    CHECK_THAT(bound("mobility_support", {known}).kept()[0].what.en, Catch::Contains("taken up by people"));
}
