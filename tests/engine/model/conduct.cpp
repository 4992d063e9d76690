#include "engine/run/replicate.hpp"
#include "tests/engine/model/bench.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

namespace {

using Changed = std::vector<std::pair<std::string, double>>;

Plan plan_of(const Pack& pack, int horizon, const Changed& changed = {}) {
    Scenario scenario;
    scenario.id = "test";
    for (const auto& [path, value] : changed) {
        scenario.parameters.push_back({path, value, "test"});
    }
    Problems problems;
    Plan plan = make_plan(pack, scenario, {}, horizon, problems);
    problems.raise();
    return plan;
}

Pack without_audits() {
    Pack pack = langres();
    std::erase(pack.tables_present, "audits");
    pack.audits.clear();
    return pack;
}

/// Every establishment audited on one axis: 0 in every second one, 4 in the others.
Pack in_halves(std::string_view axis) {
    Pack pack = langres();
    pack.audits.clear();
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        pack.audits.push_back({e, pack.audit_axes.find(std::string(axis)), e % 2 == 0 ? 0 : 4, {}, {}});
    }
    return pack;
}

struct Exits {
    std::array<double, 2> quits{}, moves{};  ///< of the half with 0, of the half with 4
};

Exits exits(const Pack& pack, double strength, std::uint32_t replicates, int horizon) {
    Exits found;
    const Plan plan = plan_of(pack, horizon, {{"conduct.strength", strength}, {"conduct.quits_conditions", -0.25}});
    for (std::uint32_t r = 0; r < replicates; ++r) {
        Replicate run(plan, langres_start().state, 1, r);
        while (!run.finished()) {
            run.advance();
            for (const Event& event : run.state().events) {
                if (event.kind != EventKind::separation || event.establishment.value >= pack.establishments.size()) {
                    continue;
                }
                const std::size_t half = event.establishment.value % 2;
                found.quits[half] += event.detail == static_cast<int>(Separation::quit) ? 1 : 0;
                found.moves[half] += event.detail == static_cast<int>(Separation::job_to_job) ? 1 : 0;
            }
        }
    }
    return found;
}

/// Logarithm of how the halves differ with conduct against without it, and its standard error (Poisson counts; that the
/// runs share their luck only makes it smaller).
std::pair<double, double> log_ratio(const std::array<double, 2>& with, const std::array<double, 2>& without) {
    return {std::log(with[1] / with[0] * without[0] / without[1]),
            std::sqrt(1 / with[0] + 1 / with[1] + 1 / without[0] + 1 / without[1])};
}

std::vector<float Conduct::*> factors() {
    return {&Conduct::quits, &Conduct::attraction, &Conduct::know_how, &Conduct::succession, &Conduct::sharing};
}

}  // namespace

TEST_CASE("with a strength of 0 a run has the bits of one without audits") {
    constexpr int horizon = 24;
    const Pack bare = without_audits();
    const ReplicateResult off =
        run_replicate(plan_of(langres(), horizon, {{"conduct.strength", 0}}), langres_start().state, 1, 3);
    const ReplicateResult none = run_replicate(plan_of(bare, horizon), langres_start().state, 1, 3);
    const ReplicateResult on = run_replicate(plan_of(langres(), horizon), langres_start().state, 1, 3);
    int differ = 0;
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        INFO(all_outputs()[i]->name);
        CHECK(off.values[i] == none.values[i]);
        differ += on.values[i] == none.values[i] ? 0 : 1;
    }
    CHECK(differ > 0);
}

TEST_CASE("axes of other names change nothing") {
    Pack other = langres();
    CodeList renamed;
    for (std::size_t axis = 0; axis < other.audit_axes.size(); ++axis) {
        renamed.add("other" + std::to_string(axis), other.audit_axes.names[axis], "");
    }
    other.audit_axes = renamed;
    const Plan plan = plan_of(other, 1);
    const Replicate run(plan, langres_start().state, 1, 0);
    for (std::uint32_t e = 0; e < other.establishments.size(); ++e) {
        const Conduct& conduct = run.state().establishments.conduct[EstablishmentId{e}];
        const auto is_one = [&](float Conduct::*factor) { return conduct.*factor == 1; };
        const std::vector<float Conduct::*> all = factors();
        if (!std::all_of(all.begin(), all.end(), is_one)) {
            FAIL("a factor is not 1");
        }
    }
}

TEST_CASE("each factor has a mean of 1 over the posts of the first month, and moves with the score as told") {
    const Plan plan = plan_of(langres(), 1);
    const Replicate run(plan, langres_start().state, 1, 5);
    const Establishments& all = run.state().establishments;
    const Scores& scores = run.state().scores;
    for (float Conduct::*const factor : factors()) {
        double sum = 0;
        double posts = 0;
        double highest = 0;
        for (std::uint32_t e = 0; e < langres().establishments.size(); ++e) {
            sum += double{all.conduct[EstablishmentId{e}].*factor} * all.posts[EstablishmentId{e}];
            posts += all.posts[EstablishmentId{e}];
            highest = std::max(highest, double{all.conduct[EstablishmentId{e}].*factor});
        }
        CHECK(sum / posts == Approx(1).epsilon(1e-6));  // floats
        CHECK(highest > 1.05);
    }
    const std::uint32_t transmission = langres().audit_axes.find("transmission");
    const std::uint32_t conditions = langres().audit_axes.find("working_conditions");
    const std::uint32_t management = langres().audit_axes.find("people_management");
    const EstablishmentId first{0};
    for (std::uint32_t e = 1; e < 200; ++e) {
        const EstablishmentId other{e};
        const auto apart = [&](std::uint32_t axis) { return scores.of(other, axis) - scores.of(first, axis); };
        CHECK(all.conduct[other].know_how / all.conduct[first].know_how ==
              Approx(std::exp(0.15 * apart(transmission))).epsilon(1e-5));
        CHECK(all.conduct[other].quits / all.conduct[first].quits ==
              Approx(std::exp(-0.08 * apart(conditions) - 0.1 * apart(management))).epsilon(1e-5));
    }
}

TEST_CASE("scores hang on the replicate alone: not on parameters nor on what else happens") {
    const Plan one = plan_of(langres(), 1);
    const Plan other = plan_of(langres(), 3, {{"conduct.strength", 2}, {"birth.multiplier", 0}});
    const Replicate first(one, langres_start().state, 1, 5);
    Replicate second(other, langres_start().state, 1, 5);
    while (!second.finished()) {
        second.advance();
    }
    CHECK(first.state().scores.values == second.state().scores.values);
    const Replicate next(one, langres_start().state, 1, 6);
    CHECK(first.state().scores.values != next.state().scores.values);
}

TEST_CASE("of two halves alike the one with the better working conditions loses fewer, in the ratio told") {
    const Pack pack = in_halves("working_conditions");
    constexpr std::uint32_t replicates = 4;
    const Exits with = exits(pack, 1, replicates, 24);
    const Exits without = exits(pack, 0, replicates, 24);
    CHECK(without.quits[0] > 200);
    CHECK(without.moves[0] > 200);
    // Both hazards differ by exp(-0.25 * 4). Of those who stay longer more are at risk of leaving: over two years at most the
    // yearly exit rate, a tenth or so, times the difference; moves need an offer too, and find it as others do.
    const auto [quits, error_of_quits] = log_ratio(with.quits, without.quits);
    const auto [moves, error_of_moves] = log_ratio(with.moves, without.moves);
    CHECK(quits == Approx(-1).margin(3 * error_of_quits + 0.1));
    CHECK(moves == Approx(-1).margin(3 * error_of_moves + 0.1));
    // the mean stays: three standard errors of the sums
    const double before = without.quits[0] + without.quits[1];
    CHECK(with.quits[0] + with.quits[1] == Approx(before).margin(3 * std::sqrt(2 * before) + 0.03 * before));
}

TEST_CASE("the hazard of resigning is the ordinary one times the factor, to the last digit a float has") {
    const Pack pack = in_halves("people_management");
    const Plan with = plan_of(pack, 12);
    const Plan without = plan_of(pack, 12, {{"conduct.strength", 0}});
    const Replicate one(with, langres_start().state, 1, 0);
    const Replicate other(without, langres_start().state, 1, 0);
    const auto risk_of = [](const State& state) {
        return *std::find_if(state.risks.begin(), state.risks.end(),
                             [](const BoundRisk& r) { return r.process == "quit"; });
    };
    const BoundRisk risk = risk_of(one.state());
    const BoundRisk ordinary = risk_of(other.state());
    int seen = 0;
    for (std::uint32_t p = 0; p < one.state().persons.size() && seen < 500; ++p) {
        const Person& person = one.state().persons[PersonId{p}];
        if (person.status != Status::employed || person.contract != Contract::open_ended) {
            continue;
        }
        ++seen;
        const float factor = one.state().establishments.conduct[one.state().establishment_of(PersonId{p})].quits;
        CHECK(risk.risk.hazard(one.state().context(risk), p, 0).rate ==
              ordinary.risk.hazard(other.state().context(ordinary), p, 0).rate * double{factor});
    }
    CHECK(seen == 500);
}

namespace {

/// Months in which a vacancy was open, by half; all vacancies, or those of somebody who retired.
std::array<double, 2> vacant_months(const Pack& pack, const Changed& changed, bool retired) {
    std::array<double, 2> months{};
    const Plan plan = plan_of(pack, 24, changed);
    for (std::uint32_t r = 0; r < 2; ++r) {
        Replicate run(plan, langres_start().state, 1, r);
        while (!run.finished()) {
            run.advance();
            const State& state = run.state();
            for (const PostId post : state.vacancies.members()) {
                const std::uint32_t house = state.cells.establishment[state.posts[post].cell].value;
                if (house < pack.establishments.size() &&
                    (!retired || state.posts[post].left_by == Separation::retirement)) {
                    ++months[house % 2];
                }
            }
        }
    }
    return months;
}

}  // namespace

TEST_CASE(
    "posts of the retired stay vacant for less time where succession is prepared, and posts where people like to "
    "apply") {
    const Pack prepared = in_halves("succession");
    const auto with = vacant_months(prepared, {{"conduct.succession", 0.5}}, true);
    const auto without = vacant_months(prepared, {{"conduct.strength", 0}}, true);
    // hazards of 0.24 and 1.76 times the ordinary: a hire is concluded in a month with probability 0.2 against 0.8 (of 0.6)
    CHECK(without[0] > 150);
    CHECK(with[1] / with[0] < 0.75 * without[1] / without[0]);
    const Pack attractive = in_halves("recruitment");
    const auto liked = vacant_months(attractive, {{"conduct.attraction", 0.4}}, false);
    const auto as_before = vacant_months(attractive, {{"conduct.strength", 0}}, false);
    // 5 times the applications, where most vacancies have enough of them: shorter, not five times
    CHECK(liked[1] / liked[0] < 0.9 * as_before[1] / as_before[0]);
}

TEST_CASE("know-how is learnt at the speed of the house, the same by either way of reading it") {
    const Pack pack = in_halves("transmission");
    const Plan plan = plan_of(pack, 14, {{"conduct.know_how", 0.5}});
    Replicate run(plan, langres_start().state, 1, 0);
    while (!run.finished()) {
        run.advance();
    }
    const State& state = run.state();
    SkillsInPost skills(state);
    std::array<double, 2> learnt{};
    for (std::uint32_t p = 0; p < state.persons.size(); ++p) {
        const PersonId person{p};
        if (state.persons[person].status != Status::employed) {
            continue;
        }
        const float know_how = know_how_now(state, person);
        if (skills(person).know_how != know_how) {
            FAIL("two readings of know-how differ");
        }
        const std::uint32_t house = state.establishment_of(person).value;
        if (house < pack.establishments.size() && state.persons[person].hired >= 0) {
            learnt[house % 2] += know_how;
        }
    }
    CHECK(learnt[1] > learnt[0]);
}
