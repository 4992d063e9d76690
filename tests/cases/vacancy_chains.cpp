#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// One vacancy among strata of posts. Everybody whose occupation leads to it applies, each as likely to be hired; a worker
// who moves leaves a vacancy behind, a job seeker ends the chain. In each month of a chain exactly one post is vacant and
// all the others are held, so the chances are the same at each move:
//   q(i, j) = workers of j who look at i / all who look at i,   with one worker fewer in i, whose post is the vacant one.
// Each post left is recruited for with probability r, else cut, which ends the chain too. The hires L of a chain that begins
// in i are those of an absorbing Markov chain: E L = 1 + r Q E L, that is (I - rQ)^-1 1, and E L^2 = 1 + 2 rQ E L + rQ E L^2.

namespace {

constexpr std::size_t strata = 3;
constexpr std::array<int, strata> posts{8, 5, 4};
constexpr std::array<int, strata> seekers{2, 1, 2};
/// looks[j][i]: those of stratum j look at the vacancies of i.
constexpr std::array<std::array<bool, strata>, strata> looks{
    {{true, true, false}, {true, true, true}, {false, true, true}}};
using Vector = std::array<double, strata>;

/// Hires of a chain by the stratum in which it begins: expectation and variance.
struct Lengths {
    Vector mean{}, variance{};
};
Lengths expected_lengths(double replaced) {
    std::array<Vector, strata> moves{};
    for (std::size_t i = 0; i < strata; ++i) {
        double applicants = 0;
        for (std::size_t j = 0; j < strata; ++j) {
            const double workers = looks[j][i] ? posts[j] - (i == j ? 1 : 0) : 0;
            moves[i][j] = replaced * workers;
            applicants += workers + (looks[j][i] ? seekers[j] : 0);
        }
        for (double& chance : moves[i]) {
            chance /= applicants;
        }
    }
    const auto times = [&](const Vector& x, std::size_t i) {
        return moves[i][0] * x[0] + moves[i][1] * x[1] + moves[i][2] * x[2];
    };
    Vector mean{}, square{};
    for (int round = 0; round < 2'000; ++round) {  // a row of Q sums to at most 0.87: what is left is below 1e-100
        for (std::size_t i = 0; i < strata; ++i) {
            mean[i] = 1 + times(mean, i);
            square[i] = 1 + 2 * times(mean, i) + times(square, i);
        }
    }
    Lengths lengths{mean, {}};
    for (std::size_t i = 0; i < strata; ++i) {
        lengths.variance[i] = square[i] - mean[i] * mean[i];
    }
    return lengths;
}

Pack pack_of_strata() {
    Pack pack = plain_pack(strata);
    for (std::size_t from = 0; from < strata; ++from) {
        for (std::size_t to = 0; to < strata; ++to) {
            pack.mobility[from * strata + to] = looks[from][to] ? 1.0 : 0.0;
        }
    }
    return pack;
}

/// All posts held but the first of one stratum, for which its employer recruits.
State with_a_vacancy_in(std::size_t stratum, const Pack& pack, int months) {
    State state = plain_state(pack, months);
    add_establishment(state, 0, 0);
    for (std::size_t i = 0; i < strata; ++i) {
        const std::uint32_t first_post = state.posts.size();
        add_cell(state, static_cast<std::uint16_t>(i), posts[i]);
        for (std::uint32_t post = first_post; post < state.posts.size(); ++post) {
            if (i == stratum && post == first_post) {
                open_vacancy_at(state, PostId{post});
            } else {
                add_worker(state, PostId{post}, Contract::open_ended, 40, 0.5F);
            }
        }
        for (int seeker = 0; seeker < seekers[i]; ++seeker) {
            const PersonId person = add_person(state, Status::unemployed, 40, 0.5F);
            state.persons[person].occupation = state.persons[person].second_occupation = static_cast<std::uint16_t>(i);
        }
    }
    count_residents(state);
    return state;
}

struct Chains {
    Sample hires;
    double total = 0, moves = 0, from_unemployment = 0, cuts = 0;
};

Chains run_chains(std::size_t stratum, double replaced, std::uint32_t replicates) {
    constexpr int months = 400;
    const Pack pack = pack_of_strata();
    const Setting setting{pack, pack.calendar, months, 0};
    Bench replacement("replacement", setting);
    Bench matching("matching", setting);
    replacement.set("after_quit", replaced);  // a move to another post counts as a quit
    make_urns(matching);
    matching.set("job_search", 50);  // P(a worker does not search in a month) = e^-50
    State first = with_a_vacancy_in(stratum, pack, months);
    replacement.attach(first);
    matching.attach(first);
    Chains chains;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        State state = replicate_of(first, replicate);
        int hires = 0;
        while (!state.vacancies.members().empty() || !state.undecided.members().empty()) {
            state.events.clear();
            replacement.act(state);
            matching.act(state);
            for (const Event& event : state.events) {
                const bool hire = event.kind == EventKind::hire;
                hires += hire ? 1 : 0;
                chains.moves += hire && event.detail == static_cast<unsigned>(HireOrigin::post) ? 1 : 0;
                chains.from_unemployment +=
                    hire && event.detail == static_cast<unsigned>(HireOrigin::unemployment) ? 1 : 0;
                chains.cuts += event.kind == EventKind::post_cut ? 1 : 0;
            }
            REQUIRE(++state.month < months);
        }
        chains.hires.add(hires);
        chains.total += hires;
    }
    return chains;
}

}  // namespace

TEST_CASE("vacancy chains: hires set off by one vacancy are (I - rQ)^-1 1", "[closed_form]") {
    constexpr std::uint32_t replicates = 12'000;
    for (const double replaced : {1.0, 0.7}) {
        const Lengths expected = expected_lengths(replaced);
        for (std::size_t i = 0; i < strata; ++i) {
            const Chains found = run_chains(i, replaced, replicates);
            check_near("from stratum " + std::to_string(i) + ", replaced " + std::to_string(replaced),
                       found.hires.mean(), expected.mean[i], tolerance_of_mean(expected.variance[i], replicates));
            // what holds for every single chain: it ends with a job seeker or with a post cut, and all other hires are moves
            CHECK(found.from_unemployment + found.cuts == replicates);
            CHECK(found.moves + found.from_unemployment == found.total);
            CHECK((found.cuts > 0) == (replaced < 1));
        }
    }
}
