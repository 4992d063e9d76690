#include "scenarios/audit/levers/gains.hpp"

#include "engine/run/ensemble.hpp"
#include "scenarios/audit/levers/advice.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace releve::audit {

namespace {

Gains gains_of(const Pack& pack, const char* action, std::uint32_t replicates, int threads = 0) {
    Problems problems;
    Scenario scenario;
    scenario.id = "baseline";
    return simulate_gains(pack, scenario,
                          {.seed = 1, .replicates = replicates, .threads = threads, .actions = {find_action(action)}},
                          problems);
}

const Gain& together(const Gains& gains, Burden burden) {
    return gains.actions.front().together[static_cast<std::size_t>(burden)];
}

const Gains& tutored() {
    static const Gains gains = gains_of(tests::langres(), "tutoring", 6);
    return gains;
}

}  // namespace

TEST_CASE("tutoring leaves more know-how in the establishments that it is offered to, and so more to be lost",
          "[gains]") {
    // Learning twice as fast: the sign is known. Four standard errors leave chance one case in 30,000 even with 6 replicates
    // (Student, 5 degrees of freedom: one in 200).
    const Gain& kept = together(tutored(), Burden::know_how);
    CHECK(kept.raw > 4 * kept.error);
    CHECK(kept.error > 0);
    CHECK(kept.clear());
    CHECK(together(tutored(), Burden::know_how_lost).raw < 0);
}

TEST_CASE("gains of the establishments sum to that of all, and shares of the baseline to one", "[gains]") {
    const Gains& gains = tutored();
    REQUIRE(gains.establishments.size() == 30);
    for (std::size_t burden = 0; burden < burdens; ++burden) {
        double sum = 0;
        for (const EstablishmentGains& one : gains.actions.front().establishments) {
            sum += one.gains[burden].raw;
        }
        CHECK(sum == Approx(gains.actions.front().together[burden].raw).margin(1e-6));
    }
    const std::vector<double>& shares = gains.baseline[static_cast<std::size_t>(Burden::overall)];
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1));
    CHECK(gains.actions.front().has_costs);
    double cost = 0;
    for (const EstablishmentGains& one : gains.actions.front().establishments) {
        REQUIRE(one.taking_part);
        CHECK((*one.taking_part > 0 || one.cost == 0));
        cost += one.cost;
    }
    CHECK(cost > 0);
}

TEST_CASE("gains do not depend on the number of threads", "[gains]") {
    const Gains one = gains_of(tests::langres(), "working_conditions", 2, 1);
    const Gains two = gains_of(tests::langres(), "working_conditions", 2, 2);
    for (std::size_t e = 0; e < one.establishments.size(); ++e) {
        for (std::size_t burden = 0; burden < burdens; ++burden) {
            CHECK(one.actions[0].establishments[e].gains[burden].shrunk ==
                  two.actions[0].establishments[e].gains[burden].shrunk);
        }
        CHECK(one.actions[0].establishments[e].cost == two.actions[0].establishments[e].cost);
    }
}

TEST_CASE("an action works where its establishment is eligible only", "[gains]") {
    const Pack& pack = tests::langres();
    const Gains gains = gains_of(pack, "working_conditions", 2);
    for (const AuditRow& row : pack.audits) {
        const auto at = std::find(gains.establishments.begin(), gains.establishments.end(), row.establishment);
        const EstablishmentGains& one =
            gains.actions[0].establishments[static_cast<std::size_t>(at - gains.establishments.begin())];
        if (pack.audit_axes.codes[row.axis] == "working_conditions") {
            CAPTURE(pack.establishments[row.establishment].id, row.score);
            CHECK((*one.taking_part > 0) == (row.score <= 2 && pack.establishments[row.establishment].posts > 1));
        }
    }
}

TEST_CASE("without an owner a help to owners changes nothing at all", "[gains]") {
    Pack pack = tests::langres();
    for (EstablishmentRow& row : pack.establishments) {
        row.owner_birth_year = row.audited ? 0 : row.owner_birth_year;
    }
    const Gains gains = gains_of(pack, "business_transfer", 2);
    for (const EstablishmentGains& one : gains.actions.front().establishments) {
        for (const Gain& gain : one.gains) {
            CHECK_FALSE(gain.touched);
            CHECK(gain.shrunk == 0);
            CHECK(gain.probability == 0);
            CHECK(gain.better == 0.5);
        }
    }
}

TEST_CASE("what cannot be simulated is told", "[gains]") {
    CHECK(gains_of(Pack{}, "tutoring", 1).establishments.empty());
    Pack pack = tests::langres();
    std::erase(pack.tables_present, "links");
    const Gains gains = gains_of(pack, "interfirm_network", 1);
    CHECK(gains.actions.empty());
    REQUIRE(gains.left_out.size() == 1);
    CHECK(gains.left_out.front()->name == "interfirm_network");
    Problems problems;
    Scenario scenario;
    CHECK_THROWS_AS(
        simulate_gains(tests::langres(), scenario, {.replicates = 1, .interrupted = [] { return true; }}, problems),
        Interrupted);
    scenario.parameters.push_back({"matching.unheard_of", 1, "test"});
    CHECK_THROWS_AS(simulate_gains(tests::langres(), scenario, {.replicates = 1}, problems), InputError);
}

}  // namespace releve::audit
