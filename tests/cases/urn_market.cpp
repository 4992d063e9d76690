#include "engine/inputs/pack_reader.hpp"
#include "tests/langres_run.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::tests;

// The urn market is a reference workload: independent programs that follow its text give the same means, so the engine must
// too. The figures of reference are those of a program in vectorised Python with another generator: time means over 216
// months as shares of 20,000 workers, each with its standard error and the deviation between replicates.

namespace {

constexpr int months = 216;
constexpr int workers = 20'000;
constexpr std::size_t watched[] = {0, 10, 25, 49};  ///< occupations whose vacancies are compared

struct Reference {
    const char* name;
    double mean, standard_error, deviation;
};
constexpr Reference references[] = {
    // 1,200 replicates
    {"unemployed", 0.041942, 0.000012, 0.00040},
    {"separations", 0.0144243, 0.0000017, 0.000060},
    {"retirements", 0.0021482, 0.0000005, 0.000016},
    {"hires", 0.0164154, 0.0000019, 0.000065},
    // 800 replicates
    {"vacancies of occupation 0", 0.0013005, 0.0000049, 0.000137},
    {"vacancies of occupation 10", 0.0003103, 0.0000017, 0.000048},
    {"vacancies of occupation 25", 0.0003304, 0.0000024, 0.000068},
    {"vacancies of occupation 49", 0.0011828, 0.0000098, 0.000277},
    {"unemployed of the first month", 0.027248, 0.000024, 0.00067},
};
constexpr std::size_t measures = std::size(references);
using Measured = std::array<double, measures>;

struct UrnMarket {
    Pack pack;
    Plan plan;
    explicit UrnMarket(int horizon = months) : pack(read()), plan(make(pack, horizon)) {}

    static Pack read() {
        Problems problems;
        std::vector<Text> notes;
        Pack pack = read_pack(RELEVE_SOURCE_DIR "/scenarios/packs/urn_market", problems, notes);
        problems.raise();
        return pack;
    }
    static Plan make(const Pack& pack, int horizon) {
        Problems problems;
        const Scenario scenario =
            read_scenario(RELEVE_SOURCE_DIR "/scenarios/packs/urn_market/baseline.toml", problems);
        Plan plan = make_plan(pack, scenario, {}, horizon, problems);
        problems.raise();
        return plan;
    }
};

double number_of(const State& state, EventKind kind, int detail = -1) {
    return static_cast<double>(std::count_if(state.events.begin(), state.events.end(), [&](const Event& event) {
        return event.kind == kind && (detail < 0 || event.detail == detail);
    }));
}

/// The accounts of the workload: nobody and no post is lost.
bool accounts_hold(const State& state, const Pack& pack, const std::vector<double>& open) {
    double vacancies = 0;
    double posts = 0;
    bool hold = true;
    for (std::size_t o = 0; o < open.size(); ++o) {
        hold = hold && state.cells.filled[CellId{static_cast<std::uint32_t>(o)}] + open[o] == pack.market[o].target;
        vacancies += open[o];
        posts += pack.market[o].target;
    }
    return hold && static_cast<double>(state.seekers.members().size()) - vacancies == workers - posts;
}

/// Adds what one month shows.
void observe(const State& state, const std::vector<double>& open, Measured& sums) {
    const double unemployed = static_cast<double>(state.seekers.members().size());
    const double flows[] = {unemployed, number_of(state, EventKind::separation, static_cast<int>(Separation::other)),
                            number_of(state, EventKind::retirement), number_of(state, EventKind::hire)};
    std::size_t measure = 0;
    for (const double flow : flows) {
        sums[measure++] += flow / (double{months} * workers);
    }
    for (const std::size_t occupation : watched) {
        sums[measure++] += open[occupation] / (double{months} * workers);
    }
    sums[measure] += state.month == 1 ? unemployed / workers : 0;  // the month just ended is the first
}

Measured run(const UrnMarket& market, std::uint32_t replicate) {
    SynthesisReport report;
    const State first = synthesise(market.pack, market.plan.synthesis, 1, report, replicate);
    Replicate run(market.plan, first, 1, replicate);
    Measured sums{};
    int broken = 0;
    std::vector<double> open;
    while (!run.finished()) {
        run.advance();
        open.assign(market.pack.occupations.size(), 0.0);
        for (const PostId post : run.state().vacancies.members()) {
            open[run.state().cells.occupation[run.state().posts[post].cell]] += 1;
        }
        broken += accounts_hold(run.state(), market.pack, open) ? 0 : 1;
        observe(run.state(), open, sums);
    }
    CHECK(broken == 0);
    return sums;
}

/// Two independent means differ by less than 3.3 standard errors of their difference but once in 1,000 comparisons; a
/// deviation over n replicates has a relative error of 1 / sqrt(2 n), of which four are allowed.
void compare(std::uint32_t replicates) {
    const UrnMarket market;
    Measured sum{};
    Measured squares{};
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const Measured found = run(market, replicate);
        for (std::size_t i = 0; i < measures; ++i) {
            sum[i] += found[i];
            squares[i] += found[i] * found[i];
        }
    }
    const double n = replicates;
    for (std::size_t i = 0; i < measures; ++i) {
        const Reference& wanted = references[i];
        const double mean = sum[i] / n;
        const double deviation = std::sqrt((squares[i] - n * mean * mean) / (n - 1));
        const double z = (mean - wanted.mean) / std::hypot(deviation / std::sqrt(n), wanted.standard_error);
        const double ratio = deviation / wanted.deviation;
        INFO(wanted.name << ": " << mean << ", reference " << wanted.mean << ", z " << z << ", deviation times "
                         << ratio);
        CHECK(std::abs(z) < 3.3);
        CHECK(std::abs(ratio - 1) < 4 / std::sqrt(2 * n));
    }
}

}  // namespace

TEST_CASE("the urn market has the statistics of independent programs") { compare(40); }

// Ages and first occupations are part of the chance of a replicate: the market told by an ensemble is that of the test above.
TEST_CASE("each replicate of the urn market starts from a state of its own") {
    const UrnMarket market(3);
    const EnsembleResult ensemble = run_ensemble({market.plan}, {.seed = 1, .replicates = 2, .threads = 1});
    for (std::uint32_t start = 0; start < 2; ++start) {
        SynthesisReport report;
        const State first = synthesise(market.pack, market.plan.synthesis, 1, report, start);
        const bool same = differences(ensemble.run(0, 1), run_replicate(market.plan, first, 1, 1)).empty();
        CHECK(same == (start == 1));
    }
}

// By hand, in a minute: releve_test_cases "[urn_market_in_full]" -s
TEST_CASE("the urn market has the statistics of independent programs, in full", "[.][urn_market_in_full]") {
    compare(400);
}
