#include "scenarios/audit/levers/advice.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace releve::audit {

namespace {

/// Three establishments weak on the axis recruitment, the last one strong; the first two in one sector, the first and the
/// third linked.
Pack pack_with(int last_score) {
    Pack pack;
    pack.audit_axes.add("recruitment", {"recruitment", "recrutement"}, "");
    pack.audit_axes.add("strategy", {"strategy", "stratégie"}, "");
    pack.cross_impact = {{1, 0, 2}};
    pack.establishments.resize(3);
    for (std::uint32_t e = 0; e < 3; ++e) {
        pack.establishments[e].zone = e;
        pack.establishments[e].sector = e == 2 ? 1 : 0;
        pack.audits.push_back({e, 0, e == 2 ? last_score : 1, {}, {}});
        pack.audits.push_back({e, 1, 3, {}, {}});
    }
    pack.links = {{0, 2, LinkKind::sector}};
    return pack;
}

/// Overall gains of one action, by establishment.
ActionGains gains_of(const char* name, std::vector<double> overall) {
    ActionGains gains{.action = find_action(name)};
    for (const double gain : overall) {
        EstablishmentGains one;
        one.gains[static_cast<std::size_t>(Burden::overall)] = {.shrunk = gain, .shrunk_error = 0.3};
        one.cost = 100;
        gains.establishments.push_back(one);
    }
    return gains;
}

Gains some_gains() {
    Gains gains{.establishments = {0, 1, 2}};
    gains.actions = {gains_of("apprenticeship", {0.1, 0.4, 0.4}), gains_of("mobility_support", {0.2, -0.1, 0}),
                     gains_of("business_transfer", {0.3, 0, 0})};
    return gains;
}

const CollectiveAction* shared(const Advice& advice, std::string_view name) {
    const auto found = std::find_if(advice.collective.begin(), advice.collective.end(),
                                    [&](const CollectiveAction& one) { return one.action->name == name; });
    return found == advice.collective.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("actions of a weak point come by gain, those not simulated last", "[levers]") {
    const Pack pack = pack_with(1);
    const Gains gains = some_gains();
    const Advice advice = advise(pack, system_of(pack, {.draws = 5}), gains);
    REQUIRE(advice.establishments.size() == 3);
    REQUIRE(advice.establishments[0].points.size() == 1);
    const std::vector<RankedAction>& actions = advice.establishments[0].points[0].actions;
    REQUIRE(actions.size() > 3);
    CHECK(actions[0].action->name == "business_transfer");  // through the lever, strategy
    CHECK_FALSE(actions[0].direct);
    CHECK(actions[0].through == std::vector<std::uint32_t>{1});
    CHECK(actions[1].action->name == "mobility_support");
    CHECK(actions[1].direct);
    CHECK(actions[2].action->name == "apprenticeship");
    CHECK(actions[3].gains == nullptr);
    CHECK(advice.establishments[0].best.front().action->name == "business_transfer");
    CHECK(advice.establishments[1].best.front().action->name == "apprenticeship");
}

TEST_CASE("what several are weak on is shared, by summed gain", "[levers]") {
    const Pack pack = pack_with(1);
    const Gains gains = some_gains();
    const Advice advice = advise(pack, system_of(pack, {.draws = 5}), gains);
    CHECK(advice.collective.front().action->name == "apprenticeship");
    const CollectiveAction& first = advice.collective.front();
    CHECK(first.establishments == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(first.gain == Approx(0.9));
    CHECK(first.error == Approx(0.3 * std::sqrt(3.0)));
    CHECK(first.cost == 300);
    CHECK(first.probability == Approx(0.5 * std::erfc(-std::sqrt(3.0) / std::sqrt(2.0))));
    REQUIRE(first.ties.size() == 2);
    CHECK((first.ties[0].sector && !first.ties[0].linked));
    CHECK((first.ties[1].linked && !first.ties[1].sector && !first.ties[1].zone));
    CHECK(shared(advice, "business_transfer") == nullptr);  // nobody is weak on strategy itself
}

TEST_CASE("the errors of a sum: own ones by their squares, the common one as often as it is shared", "[levers]") {
    const Pack pack = pack_with(1);
    Gains gains = some_gains();
    for (EstablishmentGains& one : gains.actions[0].establishments) {
        Gain& gain = one.gains[static_cast<std::size_t>(Burden::overall)];
        gain.shrunk_error = 0.5;
        gain.common_error = 0.3;  // hence an own one of 0.4
    }
    const Advice advice = advise(pack, system_of(pack, {.draws = 5}), gains);
    CHECK(shared(advice, "apprenticeship")->error == Approx(std::sqrt(3 * 0.16 + 0.9 * 0.9)));
}

TEST_CASE("who is not weak does not share, and one alone shares nothing", "[levers]") {
    Pack pack = pack_with(3);
    const Advice advice = advise(pack, system_of(pack, {.draws = 5}), {});
    CHECK(shared(advice, "apprenticeship")->establishments == std::vector<std::uint32_t>{0, 1});
    CHECK(shared(advice, "apprenticeship")->gain == 0);
    CHECK(advice.establishments[2].points.empty());
    pack.audits[0].score = 3;
    CHECK(advise(pack, system_of(pack, {.draws = 5}), {}).collective.empty());
}

}  // namespace releve::audit
