#include "scenarios/audit/inventory/follow.hpp"

#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <numeric>

namespace releve::audit {

namespace {

using tests::langres;

Plan five_years() { return tests::langres_plan(months_followed(langres()), {{"synthesis.each_replicate", 1}}); }

const Followed& followed() {
    static const Followed all = [] {
        const Plan plan = five_years();
        return follow(plan, {.seed = 1, .replicates = 3});
    }();
    return all;
}

double sum_over(Measure measure, Cut cut, std::uint32_t replicate, std::size_t horizon) {
    double sum = 0;
    for (std::uint32_t unit = 0; unit < followed().units[static_cast<std::size_t>(cut)]; ++unit) {
        sum += static_cast<double>(followed().of(measure, cut, unit, horizon)[replicate]);
    }
    return sum;
}

/// Of an output without axes by month, or summed over its cells by year: over the first months.
double total_of(const ReplicateResult& run, std::string_view output, int months) {
    const std::size_t at = tests::output_at(output);
    const std::size_t periods = all_outputs()[at]->period == Period::month ? 60 : 5;
    const std::size_t kept = run.values[at].size() / periods *
                             (periods == 60 ? static_cast<std::size_t>(months) : static_cast<std::size_t>(months) / 12);
    return std::accumulate(run.values[at].begin(), run.values[at].begin() + static_cast<std::ptrdiff_t>(kept), 0.0);
}

}  // namespace

TEST_CASE("Replicates draw their own first states unless the scenario says otherwise", "[follow]") {
    REQUIRE(with_own_draws({}).parameters.size() == 1);
    CHECK(with_own_draws({}).parameters.front().path == "synthesis.each_replicate");
    CHECK(with_own_draws({}).parameters.front().value == 1);
    Scenario told;
    told.parameters.push_back({"synthesis.each_replicate", 0, "test"});
    REQUIRE(with_own_draws(told).parameters.size() == 1);
    CHECK(with_own_draws(told).parameters.front().value == 0);
}

TEST_CASE("Groups share out an establishment, and the first states are shown", "[follow]") {
    const Pack& pack = langres();
    const std::uint32_t one = pack.audits.front().establishment;
    std::vector<FollowedGroup> groups(2, FollowedGroup{one, {}});
    for (const PostRow& row : pack.posts) {
        if (row.establishment == one) {
            groups[row.posts > 1 ? 0 : 1].occupations.push_back(row.occupation);
        }
    }
    const Plan plan = five_years();
    std::array<std::size_t, 3> shown{};
    const Followed all = follow(
        plan, {.replicates = 3,
               .groups = groups,
               .first_seen = [&](std::uint32_t replicate, const State& state, const std::vector<Holding>& holdings) {
                   shown[replicate] = state.month == 0 ? holdings.size() : 0;
               }});
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        CHECK(shown[replicate] == all.holdings.size());
        for (const Measure measure : {Measure::people, Measure::from_55, Measure::left, Measure::retired,
                                      Measure::hires, Measure::open_left, Measure::unfilled}) {
            const auto counted = [&](Cut cut, std::uint32_t unit) {
                return static_cast<double>(all.of(measure, cut, unit)[replicate]);
            };
            CHECK(counted(Cut::group, 0) + counted(Cut::group, 1) == counted(Cut::establishment, one));
            CHECK(counted(Cut::territory, 0) == static_cast<double>(followed().of(measure, Cut::territory)[replicate]));
        }
    }
    CHECK(all.of(Measure::people, Cut::group, 0)[0] > 0);
    CHECK(all.of(Measure::left, Cut::group, 0)[0] > 0);
}

TEST_CASE("Counts of the territory are those of the outputs", "[follow]") {
    const Plan plan = five_years();
    EnsembleOptions options{.seed = 1, .replicates = 3};
    const EnsembleResult result = run_ensemble({plan}, options);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        const ReplicateResult run = result.run(0, replicate);
        for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
            const int months = horizon_years[horizon] * 12;
            const auto counted = [&](Measure measure) {
                return static_cast<double>(followed().of(measure, Cut::territory, 0, horizon)[replicate]);
            };
            CHECK(counted(Measure::hires) == total_of(run, "hires", months));
            CHECK(counted(Measure::abandoned) == total_of(run, "searches_abandoned", months));
            CHECK(counted(Measure::unfilled) == total_of(run, "unfilled_posts", months));
            double separations = 0;
            for (unsigned kind = 0; kind < separation_words.size(); ++kind) {
                separations += counted(static_cast<Measure>(static_cast<unsigned>(Measure::quits) + kind));
            }
            CHECK(separations == total_of(run, "separations", months));
            CHECK(std::abs(counted(Measure::know_how_lost) - total_of(run, "know_how_lost", months)) < 0.1);
        }
    }
}

TEST_CASE("Every cut sums to the territory", "[follow]") {
    for (std::size_t i = 0; i < measures; ++i) {
        const MeasureRecord& record = measure_records()[i];
        for (const std::uint32_t replicate : {0U, 2U}) {
            CAPTURE(record.name, replicate);
            const double whole = sum_over(record.measure, Cut::territory, replicate, last_horizon);
            const double tolerance = record.measure == Measure::know_how_lost ? 0.1 : 0;  // floats, added up
            for (const Cut cut : {Cut::zone, Cut::sector, Cut::size}) {
                CHECK(std::abs(sum_over(record.measure, cut, replicate, last_horizon) - whole) <= tolerance);
            }
            const bool few = record.unit == "competences";
            if (record.by_occupation && !few) {
                CHECK(std::abs(sum_over(record.measure, Cut::occupation, replicate, last_horizon) - whole) <=
                      tolerance);
            }
            if (at_start(record.measure)) {
                CHECK(sum_over(record.measure, Cut::establishment, replicate, last_horizon) == whole);
            }
        }
    }
}

TEST_CASE("Each recruitment begun is counted once, with its reason", "[follow]") {
    const Plan plan = five_years();
    SynthesisReport report;
    Replicate run(plan, synthesise(langres(), plan.synthesis, 1, report, 2), 1, 2);
    std::array<double, 4> opened{};  // after a departure, after a move in the house, for a new post, all
    for (int month = 0; month < plan.setting.horizon; ++month) {
        run.advance();
        for (const Event& event : run.state().events) {
            if (event.kind == EventKind::vacancy_opened) {
                const auto reason = static_cast<VacancyReason>(event.detail);
                opened[0] += reason == VacancyReason::replacement ? 1 : 0;
                opened[1] += reason == VacancyReason::promotion ? 1 : 0;
                opened[2] += reason == VacancyReason::growth ? 1 : 0;
                opened[3] += 1;
            }
        }
    }
    const auto counted = [&](Measure measure) {
        return static_cast<double>(followed().of(measure, Cut::territory)[2]);
    };
    CHECK(counted(Measure::open_retired) + counted(Measure::open_left) + counted(Measure::open_term) == opened[0]);
    CHECK(counted(Measure::open_moved) == opened[1]);
    CHECK(counted(Measure::open_growth) == opened[2]);
    CHECK(opened[0] + opened[1] + opened[2] == opened[3]);
    // each retirement from a post is followed by a recruitment, or not
    CHECK(counted(Measure::open_retired) > 0.5 * counted(Measure::retirements));
    CHECK(counted(Measure::open_retired) <= counted(Measure::retirements));
}

TEST_CASE("Threads change nothing", "[follow]") {
    const Plan plan = five_years();
    const Followed alone = follow(plan, {.seed = 1, .replicates = 3, .threads = 1});
    CHECK(alone.values == followed().values);
    CHECK(alone.pyramid == followed().pyramid);
    CHECK(alone.holdings == followed().holdings);
    const Followed fewer = follow(plan, {.seed = 1, .replicates = 2});
    for (std::uint32_t unit = 0; unit < fewer.units[static_cast<std::size_t>(Cut::establishment)]; ++unit) {
        const auto some = fewer.of(Measure::left, Cut::establishment, unit);
        REQUIRE(std::equal(some.begin(), some.end(), followed().of(Measure::left, Cut::establishment, unit).begin()));
    }
}

TEST_CASE("People followed from the start leave once, holders with them", "[follow]") {
    for (std::uint32_t unit = 0; unit < followed().units[static_cast<std::size_t>(Cut::establishment)]; ++unit) {
        for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
            const auto at = [&](Measure measure, std::size_t horizon) {
                return followed().of(measure, Cut::establishment, unit, horizon)[replicate];
            };
            for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
                REQUIRE(at(Measure::left, horizon) <= at(Measure::people, 0));
                REQUIRE(at(Measure::lasting_left, horizon) <= at(Measure::lasting, 0));
                REQUIRE(at(Measure::lasting_left, horizon) <= at(Measure::left, horizon));
                REQUIRE(at(Measure::retired, horizon) <= at(Measure::left, horizon));
                REQUIRE(at(Measure::one_gone, horizon) <= at(Measure::held_by_one, 0));
                REQUIRE(at(Measure::two_gone, horizon) <= at(Measure::held_by_two, 0));
                if (at(Measure::left, horizon) == at(Measure::people, 0)) {  // all have left, and all holders
                    REQUIRE(at(Measure::one_gone, horizon) == at(Measure::held_by_one, 0));
                    REQUIRE(at(Measure::two_gone, horizon) == at(Measure::held_by_two, 0));
                }
                if (horizon > 0) {
                    REQUIRE(at(Measure::left, horizon - 1) <= at(Measure::left, horizon));
                }
            }
        }
    }
}

TEST_CASE("Competences followed one by one sum to those of their establishments", "[follow]") {
    double by_one = 0;
    double gone = 0;
    double lost = 0;
    for (const FollowedHolding& one : followed().holdings) {
        by_one += one.by_one;
        gone += one.few_gone[last_horizon];
        lost += one.lost[last_horizon];
    }
    const auto sum = [&](Measure measure) {
        const auto values = followed().of(measure, Cut::territory);
        return std::accumulate(values.begin(), values.end(), 0.0);
    };
    CHECK(by_one > 0);
    CHECK(by_one == sum(Measure::held_by_one));
    CHECK(gone == sum(Measure::one_gone) + sum(Measure::two_gone));
    CHECK(lost == sum(Measure::lost));
}

}  // namespace releve::audit
