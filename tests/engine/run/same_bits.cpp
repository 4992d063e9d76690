#include "engine/state/commit.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <thread>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr std::uint32_t seed = 1;

ActionEntry action(const std::string& name) {
    ActionEntry entry;
    entry.type = name;
    return entry;
}

/// The same state with its residents in other places; those who lived outside at the start keep theirs (they follow each
/// other from `first_outside`, and newcomers from outside are drawn among them by place).
State shuffled(const State& state) {
    std::vector<std::uint32_t> order(state.persons.size());
    std::iota(order.begin(), order.end(), 0U);
    Draws draws(99, 0, {0, 0}, purpose("shuffle"), 0);
    for (std::uint32_t i = state.first_outside.value; i-- > 1;) {
        std::swap(order[i], order[draws.below(i + 1)]);
    }
    State other = state;
    other.persons = {};
    for (const std::uint32_t old : order) {
        const PersonId person{old};
        const Person& from = state.persons[person];
        const PersonId now = other.persons.push_back(from);
        if (!from.post.none()) {
            other.posts[from.post].holder = now;
        }
    }
    other.seekers = {};
    other.seekers.resize(other.persons.size());
    for (std::uint32_t i = other.persons.size(); i-- > 0;) {
        if (other.persons[PersonId{i}].status == Status::unemployed) {
            other.seekers.insert(PersonId{i});
        }
    }
    check_invariants(other);
    return other;
}

}  // namespace

TEST_CASE("1, 2, 4 and 8 threads give the same bits", "[threads]") {
    const std::vector<Plan> plans{langres_plan(14), langres_plan(14, {}, {action("tutoring")})};
    std::vector<EnsembleResult> results;
    for (const int threads : {1, 2, 4, 8}) {
        results.push_back(run_ensemble(plans, {.seed = seed, .replicates = 4, .threads = threads}));
    }
    for (std::size_t scenario = 0; scenario < plans.size(); ++scenario) {
        for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
            const ReplicateResult one = results[0].run(scenario, replicate);
            for (const EnsembleResult& other : results) {
                CHECK(differences(one, other.run(scenario, replicate)).empty());
            }
        }
    }
    CHECK_FALSE(differences(results[0].run(0, 0), results[0].run(0, 1)).empty());
}

// Threads of our own: the thread sanitizer does not see how the installed TBB hands work over, and would tell of races
// that are none.
TEST_CASE("replicates and first states made side by side are those made one after the other", "[race]") {
    const Plan plan = langres_plan(8, {}, {action("tutoring"), action("insertion_platform")});
    const State& first = langres_start().state;
    std::vector<ReplicateResult> results(3);
    Synthesised again;
    std::vector<std::thread> threads;
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        threads.emplace_back(
            [&, replicate] { results[replicate] = run_replicate(plan, first, seed, replicate, {.selfcheck = true}); });
    }
    threads.emplace_back([&] { again = synthesise_langres(); });
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        CHECK(differences(results[replicate], run_replicate(plan, first, seed, replicate)).empty());
    }
    CHECK(std::equal(again.state.persons.begin(), again.state.persons.end(), first.persons.begin(), first.persons.end(),
                     [](const Person& a, const Person& b) { return a.key == b.key && a.birth == b.birth; }));
}

TEST_CASE("a replicate alone is the replicate of the ensemble; another seed or number is another course") {
    const std::vector<Plan> plans{langres_plan(14)};
    const EnsembleResult ensemble = run_ensemble(plans, {.seed = seed, .replicates = 4, .threads = 2});
    const State& first = langres_start().state;
    CHECK(differences(run_replicate(plans[0], first, seed, 3), ensemble.run(0, 3)).empty());
    CHECK_FALSE(differences(run_replicate(plans[0], first, seed + 1, 3), ensemble.run(0, 3)).empty());
    CHECK_FALSE(differences(run_replicate(plans[0], first, seed, 2), ensemble.run(0, 3)).empty());
}

TEST_CASE("scenarios that share their course until an action begins end as if each were run alone") {
    ActionEntry late = action("insertion_platform");
    late.start = langres().calendar.start + 9;
    std::vector<Plan> plans{langres_plan(18), langres_plan(18, {}, {action("tutoring")}),
                            langres_plan(18, {{"matching.applications", 3}}), langres_plan(18, {}, {late}),
                            langres_plan(18)};
    REQUIRE(same_but_for_actions(plans[0], plans[3]));
    REQUIRE_FALSE(same_but_for_actions(plans[0], plans[2]));
    REQUIRE(first_action(plans[3]) == 9);
    const EnsembleResult shared = run_ensemble(plans, {.seed = seed, .replicates = 2, .threads = 2});
    const EnsembleResult apart = run_ensemble(plans, {.seed = seed, .replicates = 2, .threads = 3});
    for (std::size_t scenario = 0; scenario < plans.size(); ++scenario) {
        INFO("scenario " << scenario);
        for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
            const ReplicateResult alone = run_replicate(plans[scenario], langres_start().state, seed, replicate);
            CHECK(differences(shared.run(scenario, replicate), alone).empty());
            CHECK(differences(apart.run(scenario, replicate), alone).empty());
        }
    }
    CHECK_FALSE(differences(shared.run(3, 0), shared.run(0, 0)).empty());
}

TEST_CASE("a longer run begins with the shorter one") {
    const State& first = langres_start().state;
    const ReplicateResult brief = run_replicate(langres_plan(12), first, seed, 0);
    const ReplicateResult longer = run_replicate(langres_plan(24), first, seed, 0);
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        INFO(all_outputs()[i]->name);
        CHECK(std::equal(brief.values[i].begin(), brief.values[i].end(), longer.values[i].begin()));
    }
}

TEST_CASE("the order in which residents stand in the state changes no count") {
    const State& first = langres_start().state;
    std::vector<ActionEntry> actions;
    for (const Action* one : all_actions()) {
        actions.push_back(action(std::string(one->name)));
    }
    const Plan plan = langres_plan(24, {}, actions);
    const ReplicateResult one = run_replicate(plan, first, seed, 0);
    const ReplicateResult other = run_replicate(plan, shuffled(first), seed, 0);
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const Output& output = *all_outputs()[i];
        INFO(output.name);
        REQUIRE(one.values[i].size() == other.values[i].size());
        double largest = 0;
        for (std::size_t cell = 0; cell < one.values[i].size(); ++cell) {
            const double scale = std::max(1.0, std::abs(double{one.values[i][cell]}));
            largest = std::max(largest, std::abs(one.values[i][cell] - other.values[i][cell]) / scale);
        }
        // counts are whole numbers, the same whatever the order of the sum; sums of masteries and the like are rounded in
        // another order: 40,000 terms of relative error 1e-16, kept as float (6e-8)
        const bool counts = output.unit == "persons" || output.unit == "posts";
        CHECK(largest <= (counts ? 0.0 : 1e-6));
    }
}

TEST_CASE("an ensemble continued is the ensemble run at once") {
    const std::vector<Plan> plans{langres_plan(13), langres_plan(13, {}, {action("tutoring")})};
    const EnsembleResult whole = run_ensemble(plans, {.seed = seed, .replicates = 5, .threads = 2});
    EnsembleResult grown = run_ensemble(plans, {.seed = seed, .replicates = 2, .threads = 2});
    continue_ensemble(grown, plans, {.seed = seed, .replicates = 4, .threads = 2});
    continue_ensemble(grown, plans, {.seed = seed, .replicates = 3, .threads = 2});  // fewer than it has
    CHECK(grown.replicates == 3);
    continue_ensemble(grown, plans, {.seed = seed, .replicates = 5, .threads = 1});
    REQUIRE(grown.replicates == 5);
    for (std::size_t scenario = 0; scenario < plans.size(); ++scenario) {
        for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
            CHECK(differences(whole.run(scenario, replicate), grown.run(scenario, replicate)).empty());
        }
    }
    CHECK(whole.synthesis.in_commuters == grown.synthesis.in_commuters);
}
