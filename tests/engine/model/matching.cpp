#include "engine/model/labour/job_market.hpp"
#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

/// One zone, one occupation, open-ended contracts only.
Pack one_market() {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    pack.zones = {{5.33, 47.86, 1000, true}};
    pack.occupations.add("x", {}, "");
    pack.competences.add("c", {}, "");
    pack.profiles = {{{0, 1, true}}};
    pack.mobility = {1.0};
    pack.fixed_term = {{0.0, 6}};
    pack.contracts_by_occupation.resize(1);
    pack.education_by_occupation = {{1, 0, 0, 0, 0}};
    return pack;
}

State market(int vacancies, int seekers, std::uint32_t replicate) {
    State state;
    state.calendar.start = Month::of(2013, 1);
    state.horizon = 12;
    state.inside_zones = 1;
    state.luck = {1, replicate};
    state.practice = {{0.05F}, {0.0F}, 0.01F};
    add_establishment(state, 0, 0);
    add_cell(state, 0, vacancies);
    for (std::uint32_t post = 0; post < static_cast<std::uint32_t>(vacancies); ++post) {
        state.posts[PostId{post}].opened = state.posts[PostId{post}].vacated = 0;
        state.vacancies.insert(PostId{post});
    }
    for (int i = 0; i < seekers; ++i) {
        const PersonId person =
            add_person(state, Status::unemployed, 30,
                       0.2F + 0.7F * static_cast<float>((7 * i) % seekers) / static_cast<float>(seekers));
        state.persons[person].status_since = 0;
    }
    return state;
}

/// Everybody looks at every vacancy (one in 50 looks misses none but with a chance below 1e-3 for 5 vacancies), every
/// employer concludes, nobody refuses, employers rank by mastery alone.
void make_frictionless(Bench& matching) {
    matching.set("intensity", 1).set("applications", 50).set("minimum_mastery", 0).set("ranking", 1);
    matching.set("decision_open_ended", 1).set("refusal", 0).set("nothing_suits", 0);
}

std::vector<Proposal> hires(State& state, Bench& matching) {
    matching.attach(state);
    start_risks(state);
    return matching.proposals(state).all();
}

/// How much a person likes a post: the third number of the pair's own draws (after refusal and rank).
double liking(const State& state, PersonId person, PostId post) {
    const DrawKey key = state.posts[post].key;
    const auto when = key.index * 64U + key.group + 7919U * static_cast<unsigned>(state.month);
    Draws draws = state.luck.draws(state.persons[person].key, purpose("matching.pair"), when);
    draws.uniform();
    draws.uniform();
    return draws.uniform();
}

}  // namespace

TEST_CASE(
    "where all employers rank alike, the best in turn take what they like best: no pair would rather be together") {
    const Pack pack = one_market();
    const Setting setting{pack, pack.calendar, 12, 0};
    for (std::uint32_t replicate = 0; replicate < 25; ++replicate) {
        Bench matching("matching", setting);
        make_frictionless(matching);
        State state = market(5, 9, replicate);
        std::vector<PersonId> best = state.seekers.members();
        std::sort(best.begin(), best.end(),
                  [&](PersonId a, PersonId b) { return state.persons[a].mastery > state.persons[b].mastery; });
        std::set<std::pair<PersonId, PostId>> expected;
        std::vector<PostId> left = state.vacancies.members();
        for (std::size_t rank = 0; !left.empty(); ++rank) {
            const auto favourite = std::max_element(left.begin(), left.end(), [&](PostId a, PostId b) {
                return liking(state, best[rank], a) < liking(state, best[rank], b);
            });
            expected.insert({best[rank], *favourite});
            left.erase(favourite);
        }
        std::set<std::pair<PersonId, PostId>> found;
        for (const Proposal& hire : hires(state, matching)) {
            CHECK(hire.contract == Contract::open_ended);
            found.insert({hire.person, hire.post});
        }
        CHECK(found == expected);
    }
}

TEST_CASE("in a crowded market each person and each post is matched once at most, and the hires can be committed") {
    const Pack pack = one_market();
    const Setting setting{pack, pack.calendar, 12, 0};
    Bench matching("matching", setting);
    State state = market(200, 300, 3);
    state.residents[static_cast<std::size_t>(Status::unemployed)] = 300;
    std::set<PersonId> people;
    std::set<PostId> posts;
    const std::vector<Proposal> made = hires(state, matching);
    for (const Proposal& hire : made) {
        CHECK(people.insert(hire.person).second);
        CHECK(posts.insert(hire.post).second);
        CHECK(hire.amount >= 0.15F);  // minimum_mastery
    }
    CHECK(made.size() > 50);
    Proposals proposals;
    for (const Proposal& hire : made) {
        proposals.hire(hire.person, hire.post, hire.contract, hire.amount);
    }
    commit(state, proposals, "matching");
    check_invariants(state);
}

TEST_CASE("with one vacancy and no ranking each acceptable applicant is as likely; those below the minimum never") {
    const Pack pack = one_market();
    const Setting setting{pack, pack.calendar, 12, 0};
    constexpr int rounds = 4'000;
    std::vector<double> chosen(5, 0.0);
    for (std::uint32_t replicate = 0; replicate < rounds; ++replicate) {
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("ranking", 0).set("minimum_mastery", 0.3);
        State state = market(1, 5, replicate);  // masteries 0.2, 0.48, 0.76, 0.34, 0.62
        const std::vector<Proposal> made = hires(state, matching);
        REQUIRE(made.size() == 1);
        chosen[made[0].person.value] += 1;
    }
    CHECK(chosen[0] == 0);
    for (std::size_t i = 1; i < 5; ++i) {  // binomial with p = 1/4
        CHECK(std::abs(chosen[i] - rounds / 4.0) < 4 * std::sqrt(rounds * 0.25 * 0.75));
    }
}

TEST_CASE("nobody is hired where nobody searches, all refuse, or no occupation leads to the vacancies") {
    const auto number_of_hires = [](const Pack& pack, const char* parameter, double value) {
        const Setting setting{pack, pack.calendar, 12, 0};
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set(parameter, value);
        State state = market(5, 9, 1);
        return hires(state, matching).size();
    };
    Pack pack = one_market();
    CHECK(number_of_hires(pack, "refusal", 0) == 5);
    CHECK(number_of_hires(pack, "refusal", 1) == 0);
    CHECK(number_of_hires(pack, "intensity", 0) == 0);
    CHECK(number_of_hires(pack, "minimum_mastery", 1) == 0);
    pack.mobility = {0.0};
    CHECK(number_of_hires(pack, "refusal", 0) == 0);
}

TEST_CASE("whatever the applications, the agreement is stable: no person and offer would both rather have each other") {
    constexpr std::uint32_t offers = 40;
    constexpr std::uint32_t people = 60;
    for (std::uint32_t round = 0; round < 50; ++round) {
        const State state = market(1, people, 0);
        std::vector<job_market::Application> made;
        for (std::uint32_t person = 0; person < people; ++person) {
            Draws draws(round, 0, {person, 0}, purpose("agreement"), 0);
            for (std::uint32_t offer = 0; offer < offers; ++offer) {
                if (draws.happens(0.15)) {
                    made.push_back({.offer = offer,
                                    .person = PersonId{person},
                                    .searcher = person,
                                    .mastery = 0.5F,
                                    .score = static_cast<float>(draws.uniform()),
                                    .liking = static_cast<float>(draws.uniform())});
                }
            }
        }
        std::vector<float> score_held(offers, -1), liking_held(people, -1);
        const std::vector<job_market::Application> agreed = job_market::agree(made, offers, state);
        for (const job_market::Application& one : agreed) {
            REQUIRE(score_held[one.offer] < 0);  // each offer and each person once
            REQUIRE(liking_held[one.person.value] < 0);
            score_held[one.offer] = one.score;
            liking_held[one.person.value] = one.liking;
        }
        int blocking = 0;
        for (const job_market::Application& one : made) {
            blocking += one.score > score_held[one.offer] && one.liking > liking_held[one.person.value] ? 1 : 0;
        }
        CHECK(blocking == 0);
        CHECK(agreed.size() > offers / 2);
        std::reverse(made.begin(), made.end());
        const std::vector<job_market::Application> again = job_market::agree(made, offers, state);
        CHECK(std::equal(again.begin(), again.end(), agreed.begin(), agreed.end(),
                         [](const auto& a, const auto& b) { return a.offer == b.offer && a.person == b.person; }));
    }
}

TEST_CASE("one look finds something with probability R / (R + nothing_suits), R the weight within reach") {
    Pack pack = one_market();
    pack.mobility = {0.5};
    const Setting setting{pack, pack.calendar, 12, 0};
    constexpr int rounds = 4'000;
    constexpr double share = 4 * 0.5 / (4 * 0.5 + 3);  // four vacancies at the door
    int hired = 0;
    for (std::uint32_t replicate = 0; replicate < rounds; ++replicate) {
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("applications", 1).set("nothing_suits", 3);
        State state = market(4, 1, replicate);
        hired += static_cast<int>(hires(state, matching).size());
    }
    CHECK(std::abs(hired - rounds * share) < 4 * std::sqrt(rounds * share * (1 - share)));
}

TEST_CASE("a market out of reach changes nothing in this one, however large it is") {
    Pack pack = one_market();
    pack.zones.push_back({-4.49, 48.39, 1000, true});  // some 730 km away: a wish of exp(-36)
    const auto hires_here = [&](int vacancies_there) {
        const Setting setting{pack, pack.calendar, 12, 0};
        Bench matching("matching", setting);
        State state = market(8, 20, 1);
        add_establishment(state, 1, 0);
        add_cell(state, 0, vacancies_there);
        const CellId there{1};
        for (const PostId post : state.cells.list[there]) {
            state.posts[post].opened = state.posts[post].vacated = 0;
            state.vacancies.insert(post);
        }
        std::set<std::pair<PersonId, PostId>> found;
        for (const Proposal& hire : hires(state, matching)) {
            found.insert({hire.person, hire.post});
        }
        return found;
    };
    CHECK(hires_here(0).size() > 2);
    CHECK(hires_here(5'000) == hires_here(0));
}

TEST_CASE("who applies where follows the trips told, from home to work") {
    Pack pack = one_market();
    pack.zones = {{5.33, 47.86, 1000, true}, {5.33, 47.86, 1000, true}};  // at one place: the coordinates do not tell
    const auto zones_of_those_hired = [&] {
        const Setting setting{pack, pack.calendar, 12, 0};
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("nothing_suits", 1);
        State state = market(8, 8, 1);  // all posts in zone 0
        state.inside_zones = 2;
        for (std::uint32_t i = 0; i < 8; ++i) {
            state.persons[PersonId{i}].zone = i < 4 ? 0 : 1;
        }
        std::array<int, 2> hired{};
        for (const Proposal& hire : hires(state, matching)) {
            ++hired[state.persons[hire.person].zone];
        }
        return hired;
    };
    CHECK(zones_of_those_hired() == std::array<int, 2>{4, 4});
    pack.travel.in_minutes = true;
    // a day there, no time back: at 50 km/h and a scale of 20 km nobody of zone 1 goes (exp(-44))
    pack.travel.told = {0, 0, 1440, 0};
    CHECK(zones_of_those_hired() == std::array<int, 2>{4, 0});
    pack.travel.told = {0, 1440, 0, 0};
    CHECK(zones_of_those_hired() == std::array<int, 2>{4, 4});
}

TEST_CASE("newcomers to an occupation need its least diploma; those who practise it do not") {
    Pack pack = one_market();
    pack.occupations.add("y", {}, "");
    pack.competences.add("d", {}, "");
    pack.profiles = {{{0, 1, true}}, {{0, 1, true}, {1, 1, true}}};
    pack.mobility = {0, 1, 0, 1};  // both occupations look for y only
    pack.fixed_term.push_back({0.0, 6});
    pack.contracts_by_occupation.resize(2);
    pack.education_by_occupation = {{1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}};  // y: baccalauréat
    const Setting setting{pack, pack.calendar, 12, 0};
    Bench matching("matching", setting);
    make_frictionless(matching);
    State state = market(4, 6, 1);
    state.practice = {{0.05F, 0.05F}, {0, 0}, 0.01F};
    state.cells.occupation[CellId{0}] = 1;
    for (std::uint32_t i = 0; i < 6; ++i) {
        state.persons[PersonId{i}].education = i < 2 ? Education::bac2 : Education::none;
        state.persons[PersonId{i}].occupation = state.persons[PersonId{i}].second_occupation = i == 5 ? 1 : 0;
    }
    std::set<std::uint32_t> hired;
    for (const Proposal& hire : hires(state, matching)) {
        hired.insert(hire.person.value);
    }
    CHECK(hired == std::set<std::uint32_t>{0, 1, 5});  // the diploma, or the occupation already
}

TEST_CASE(
    "whoever holds an open-ended contract leaves it for a limited time as seldom as told; the others do not mind") {
    const auto moves = [](Contract held, double offered_fixed_terms, double gives_up) {
        Pack pack = one_market();
        pack.fixed_term = {{offered_fixed_terms, 6}};
        pack.contracts_by_occupation = {{0.5, 0.5}};
        const Setting setting{pack, pack.calendar, 12, 0};
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("job_search", 0.5).set("decision_fixed_term", 1).set("gives_up_open_ended", gives_up);
        State state = market(40, 0, 1);
        add_establishment(state, 0, 0);
        const std::uint32_t first = state.posts.size();
        add_cell(state, 0, 20);
        for (std::uint32_t post = first; post < state.posts.size(); ++post) {
            add_worker(state, PostId{post}, held, 40, 0.8F);
        }
        std::size_t made = 0;
        matching.attach(state);
        start_risks(state);
        for (; state.month < 10; ++state.month) {
            made += matching.proposals(state).all().size();
        }
        return made;
    };
    CHECK(moves(Contract::open_ended, 1, 0) == 0);
    CHECK(moves(Contract::open_ended, 1, 1) > 5);
    CHECK(moves(Contract::open_ended, 0, 0) > 5);
    CHECK(moves(Contract::fixed_term, 1, 0) > 5);
}

TEST_CASE("fixed terms have their published share of the hires of employers; agency work comes beside") {
    Pack pack = one_market();
    pack.fixed_term = {{0.8, 4}};
    pack.contracts_by_occupation = {{0.7, 0.2, 0.1}};
    const std::vector<double> up_to = job_market::contract_shares(pack, 2);
    REQUIRE(up_to.size() == 3);
    CHECK(up_to[2] == 1);
    CHECK(1 - up_to[1] == Approx(0.8 * 0.5));                // stock over duration: 0.2 / 4 and 0.1 / 2
    CHECK((up_to[1] - up_to[0]) / up_to[1] == Approx(0.8));  // of those that are no agency work
}

TEST_CASE("the clock of search on the job moves those in post: neither job seekers nor owners") {
    const Pack pack = one_market();
    const Setting setting{pack, pack.calendar, 12, 0};
    const auto hired = [&](Status status, Contract contract) {
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("intensity", 0).set("job_search", 50);  // P(a clock does not go off in a month) = e^-50
        State state = market(5, 9, 1);
        for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
            state.persons[PersonId{person}].status = status;
            state.persons[PersonId{person}].contract = contract;
        }
        return hires(state, matching).size();
    };
    CHECK(hired(Status::outside, Contract::open_ended) == 5);
    CHECK(hired(Status::employed, Contract::open_ended) == 5);
    CHECK(hired(Status::employed, Contract::owner) == 0);
    CHECK(hired(Status::unemployed, Contract::open_ended) == 0);
}

TEST_CASE("whom an action helps to go further finds posts further away, beside neighbours who do not") {
    Pack pack = one_market();
    pack.zones.push_back({5.33, 48.40, 1000, true});  // 60 km to the north: three times the scale
    Setting setting{pack, pack.calendar, 12, 0};
    setting.wide_reach = true;
    int wide = 0;
    int narrow = 0;
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
        Bench matching("matching", setting);
        make_frictionless(matching);
        matching.set("applications", 1).set("nothing_suits", 20);
        State state = market(400, 200, replicate);
        state.establishments.zone[EstablishmentId{0}] = 1;
        state.inside_zones = 2;
        matching.attach(state);
        start_risks(state);
        change(state, [](Proposals& p) {
            for (std::uint32_t i = 0; i < 200; i += 2) {
                p.enrol({.action = 1, .person = PersonId{i}, .wide_reach = true});
            }
        });
        const Proposals proposed = matching.proposals(state);
        for (const Proposal& hire : proposed.all()) {
            ++(hire.person.value % 2 == 0 ? wide : narrow);
        }
    }
    // one look each: exp(-3) * 400 / (exp(-3) * 400 + 20) = 0.50 finds an offer from near, 0.82 with twice the scale; some
    // meet at the same offer
    CHECK(narrow > 150);
    CHECK(narrow < 275);
    CHECK(wide > 300);
    CHECK(wide < 450);
}
