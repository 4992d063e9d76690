#include "scenarios/actions/action.hpp"
#include "tests/langres_run.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

// Actions that look at the scores of the audits: they see those that `conduct` drew.

namespace {

Plan plan_of(const Pack& pack, const ActionEntry& action, int horizon, const Changed& changed = {}) {
    Scenario scenario;
    scenario.id = "test";
    scenario.actions = {action};
    for (const auto& [path, value] : changed) {
        scenario.parameters.push_back({path, value, "test"});
    }
    Problems problems;
    Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, horizon, problems), horizon, problems);
    problems.raise();
    return plan;
}

ActionEntry open_to_all(const std::string& type) {
    ActionEntry entry;
    entry.type = type;
    entry.settings.push_back({"take_up", 1.0, false, "test"});
    entry.settings.push_back({"ramp", 0.0, true, "test"});
    return entry;
}

}  // namespace

TEST_CASE("working conditions are bettered where the score, given or drawn, is weak, and nowhere else") {
    ActionEntry entry = open_to_all("working_conditions");
    entry.settings.push_back({"capacity", 5000.0, false, "test"});
    const Plan plan = plan_of(langres(), entry, 2);
    Replicate run(plan, langres_start().state, 1, 4);
    run.advance();
    const State& state = run.state();
    const std::uint32_t axis = langres().audit_axes.find("working_conditions");
    int drawn = 0;
    for (const Support& support : state.supports) {
        if (support.establishment.value < langres().establishments.size()) {
            const int score = state.scores.of(support.establishment, axis);
            if (score > 2) {
                FAIL("an establishment with a score above 2 is supported");
            }
            drawn += langres().establishments[support.establishment.value].audited ? 0 : 1;
        }
    }
    int weak = 0;
    for (std::uint32_t e = 0; e < langres().establishments.size(); ++e) {
        const EstablishmentId house{e};
        const bool open = state.establishments.closed[house] == 0 && state.establishments.posts[house] > 1;
        weak += open && !langres().establishments[e].audited && state.scores.of(house, axis) <= 2 ? 1 : 0;
    }
    CHECK(drawn > 300);
    CHECK(drawn == Approx(weak).margin(0.03 * weak));  // a few are emptied or grow within the month
}

TEST_CASE("establishments used to cooperating share posts more often") {
    Pack pack = langres();
    pack.audits.clear();
    pack.links.clear();
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        pack.audits.push_back({e, pack.audit_axes.find("cooperation"), e % 2 == 0 ? 0 : 4, {}, {}});
    }
    ActionEntry entry;
    entry.type = "employer_group";
    entry.settings.push_back({"take_up", 0.2, false, "test"});
    entry.settings.push_back({"ramp", 0.0, true, "test"});
    entry.settings.push_back({"groups", 30.0, false, "test"});
    const auto members = [&](double strength) {
        std::array<double, 2> found{};
        const Plan plan = plan_of(pack, entry, 18, {{"conduct.strength", strength}});
        Replicate run(plan, langres_start().state, 1, 0);
        while (!run.finished()) {
            run.advance();
        }
        for (const Support& support : run.state().supports) {
            ++found[support.establishment.value % 2];
        }
        return found;
    };
    const auto with = members(1);
    const auto without = members(0);
    CHECK(without[0] + without[1] > 20);
    // exp(0.3 * 4) = 3.3 times as ready; a count of some dozens has a standard error of a third
    CHECK(with[1] / with[0] > 1.8);
    CHECK(without[1] / without[0] < 1.8);
}
