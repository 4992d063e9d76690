#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// An establishment of six whose members die or quit at hazards of their own, within one year and without successors. Each is
// gone at the end of the year with p = 1 - (1 - q(age)) exp(-quits a year of the occupation), independently of the others:
// the number of exits is Poisson-binomial, with mean sum p, variance sum p (1 - p) and P(0) = prod (1 - p). A group in which
// all had the mean hazard would have the same mean and a larger variance.

namespace {

constexpr std::array<double, 3> quits_a_year{0.0, 0.4, 1.5};  // by occupation
struct Member {
    std::uint32_t occupation;
    int age;
};
constexpr std::array<Member, 6> members{{{0, 30}, {0, 75}, {1, 30}, {1, 60}, {2, 30}, {2, 75}}};

double death_probability(int age) { return age < 50 ? 0.01 : (age < 70 ? 0.15 : 0.45); }

Pack pack_of_three() {
    Pack pack = plain_pack(quits_a_year.size());
    pack.quit_rate.assign(quits_a_year.begin(), quits_a_year.end());
    for (std::vector<double>& by_age : pack.mortality) {
        for (int age = 0; age <= 100; ++age) {
            by_age.push_back(death_probability(age));
        }
    }
    return pack;
}

/// Birthdays fall in the first month, so that an age lasts for the whole year.
State establishment(const Pack& pack) {
    State state = plain_state(pack, 12);
    add_establishment(state, 0, 0);
    for (std::uint32_t occupation = 0; occupation < quits_a_year.size(); ++occupation) {
        const std::uint32_t first_post = state.posts.size();
        add_cell(state, static_cast<std::uint16_t>(occupation), 2);
        std::uint32_t post = first_post;
        for (const Member& member : members) {
            if (member.occupation == occupation) {
                add_worker(state, PostId{post++}, Contract::open_ended, member.age, 0.5F);
            }
        }
    }
    count_residents(state);
    return state;
}

}  // namespace

TEST_CASE("exits of a small establishment are Poisson-binomial", "[closed_form]") {
    constexpr std::uint32_t replicates = 20'000;
    const Pack pack = pack_of_three();
    const Setting setting{pack, pack.calendar, 12, 0};
    Bench mortality("mortality", setting);
    Bench quit("quit", setting);
    make_constant(quit);
    State first = establishment(pack);
    mortality.attach(first);
    quit.attach(first);
    Sample exits;
    std::array<double, members.size() + 1> found{};
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        State state = replicate_of(first, replicate);
        int number = 0;
        for (; state.month < 12; ++state.month) {
            state.events.clear();
            mortality.act(state);
            quit.act(state);
            number += events_of(state, EventKind::separation);
        }
        exits.add(number);
        found[static_cast<std::size_t>(number)] += 1;
    }
    std::vector<double> chances;
    double mean = 0, variance = 0, none = 1;
    for (const Member& member : members) {
        const double p = 1 - (1 - death_probability(member.age)) * std::exp(-quits_a_year[member.occupation]);
        chances.push_back(p);
        mean += p;
        variance += p * (1 - p);
        none *= 1 - p;
    }
    const std::vector<double> expected = number_of_events(chances);
    check_near("mean", exits.mean(), mean, tolerance_of_mean(variance, replicates));
    check_near("variance", exits.variance(), variance, tolerance_of_variance(moments_of(expected), replicates));
    check_near("P(0)", found[0] / replicates, none, tolerance_of_share(none, replicates));
    for (std::size_t k = 0; k < expected.size(); ++k) {
        check_near("P(" + std::to_string(k) + ")", found[k] / replicates, expected[k],
                   tolerance_of_share(expected[k], replicates));
    }
    // the test can tell the two apart: six alike would have a variance farther than the tolerance
    CHECK(mean * (1 - mean / 6) - variance > 2 * tolerance_of_variance(moments_of(expected), replicates));
}
