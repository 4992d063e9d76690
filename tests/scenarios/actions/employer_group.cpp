#include "engine/inputs/space.hpp"
#include "tests/scenarios/actions/action_run.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

const Settings strong{{"groups", 40}, {"take_up", 1}, {"ramp", 0}, {"deadweight", 0}, {"need", 0.25}};

Settings with(Settings settings, std::string_view name, double value) {
    settings[std::string(name)] = value;
    return settings;
}

Plan plan_of(const Settings& settings, int horizon, int months = 0) {
    return langres_plan(horizon, {}, {action_entry("employer_group", settings, months)});
}

using Groups = std::map<CellId, std::vector<EstablishmentId>>;
Groups groups_of(const State& state) {
    Groups groups;
    for (const Support& one : state.supports) {
        groups[one.cell].push_back(one.establishment);
    }
    return groups;
}

double wanted_posts(const State& state) {
    double sum = 0;
    for (std::uint32_t cell = 0; cell < state.cells.size(); ++cell) {
        sum += double{state.cells.posts_at_start[CellId{cell}]};
    }
    return sum;
}

}  // namespace

TEST_CASE("employer groups unite small neighbours that share an occupation") {
    const ReplicateResult result = run_watched(plan_of(strong, 1), [&](const State& state, int) {
        const Groups groups = groups_of(state);
        CHECK(groups.size() == 40);
        for (const auto& [cell, members] : groups) {
            const EstablishmentId holder = state.cells.establishment[cell];
            CHECK(members.size() == 8);
            CHECK(std::count(members.begin(), members.end(), holder) == 1);
            int sharers = 0;
            for (const EstablishmentId one : members) {
                const auto& zones = langres().zones;
                CHECK(distance_km(zones[state.establishments.zone[one]], zones[state.establishments.zone[holder]]) <=
                      2 * 20);  // each is within 20 km of the one that began
                CHECK(state.establishments.kind[one] == EstablishmentKind::ordinary);
                CHECK(state.establishments.posts[one] <= 10 + (one == holder ? 3 : 0));
                const std::uint32_t first = state.establishments.first_cell[one];
                for (std::uint32_t i = first; i < first + state.establishments.cells[one]; ++i) {
                    sharers += state.cells.occupation[CellId{i}] == state.cells.occupation[cell] ? 1 : 0;
                }
            }
            CHECK(sharers >= 3);
        }
    });
    // 8 members need 0.25 posts on average each: 2 whole ones a group
    CHECK(volume(result, VolumeOf::start) == Approx(80).margin(4 * std::sqrt(40 * (8 * 0.25 * 0.25 / 12 + 0.25))));
    CHECK(volume(result, VolumeOf::establishment) == 320);
    CHECK(volume(result, VolumeOf::month) == 320);
}

TEST_CASE("employer groups bring together those who are linked before others") {
    const auto linked_together = [](const Pack& pack) {
        Scenario scenario;
        scenario.id = "test";
        scenario.actions = {action_entry("employer_group", with(strong, "members", 3))};
        Problems problems;
        const Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, 12, problems), 12, problems);
        problems.raise();
        std::map<std::uint32_t, CellId> group_of;
        run_watched(plan, [&](const State& state, int) {
            for (const Support& one : state.supports) {
                group_of[one.establishment.value] = one.cell;
            }
        });
        return std::count_if(langres().links.begin(), langres().links.end(), [&](const Link& link) {
            const auto one = group_of.find(link.establishment);
            const auto other = group_of.find(link.partner);
            return link.kind == LinkKind::group && one != group_of.end() && other != group_of.end() &&
                   one->second == other->second;
        });
    };
    Pack without = langres();
    without.links.clear();
    CHECK(linked_together(langres()) > linked_together(without));
}

TEST_CASE("employer groups: shared posts are open-ended, kept by demand, and end with the action") {
    int shared_hires = 0;
    double wanted_during = 0;
    double wanted_after = 0;
    run_watched(plan_of(strong, 30, 18), [&](const State& state, int month) {
        for (std::uint32_t p = 0; p < state.posts.size(); ++p) {
            const Post& post = state.posts[PostId{p}];
            if (post.exists() && post.reason == VacancyReason::sharing && !post.holder.none() &&
                state.persons[post.holder].hired == month) {
                ++shared_hires;
                CHECK(state.persons[post.holder].contract == Contract::open_ended);
            }
        }
        CHECK((month < 18) == !state.supports.empty());
        wanted_during = month == 17 ? wanted_posts(state) : wanted_during;
        wanted_after = month == 18 ? wanted_posts(state) : wanted_after;
    });
    CHECK(shared_hires > 40);
    CHECK(wanted_during - wanted_after > 60);  // about 80, less what closed meanwhile
}

TEST_CASE("employer groups add work; those that would have formed anyway change nothing") {
    constexpr int horizon = 24;
    const Plan baseline = langres_plan(horizon);
    const auto work = [](const ReplicateResult& one) { return total(one, "full_time_equivalents"); };
    const Effect effect = effect_of(baseline, plan_of(strong, horizon), 5, work);
    CHECK(effect.mean - 3 * effect.error > 0);

    const ReplicateResult windfall =
        run_replicate(plan_of(with(strong, "deadweight", 1), horizon), langres_start().state, 1, 0);
    CHECK(volume(windfall, VolumeOf::start) > 40);
    CHECK(differences(run_replicate(baseline, langres_start().state, 1, 0), windfall).empty());
}

TEST_CASE("who is linked to share is in the same group, wherever else the nearest ones are") {
    // without links the same run puts few of these pairs together: what the links do is seen
    const auto together = [](const Pack& pack) {
        Problems problems;
        Scenario scenario;
        scenario.id = "test";
        scenario.actions = {action_entry("employer_group", strong)};
        const Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, 1, problems), 1, problems);
        problems.raise();
        int pairs = 0;
        run_watched(plan, [&](const State& state, int) {
            for (const auto& [cell, members] : groups_of(state)) {
                const auto has = [&](std::uint32_t one) {
                    return std::count(members.begin(), members.end(), EstablishmentId{one}) > 0;
                };
                for (const Link& link : langres().links) {
                    pairs += link.kind == LinkKind::group && has(link.establishment) && has(link.partner) ? 1 : 0;
                }
            }
        });
        return pairs;
    };
    Pack without = langres();
    without.links.clear();
    CHECK(together(langres()) > together(without));
}
