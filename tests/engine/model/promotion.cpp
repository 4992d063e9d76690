#include "tests/cases/closed_form.hpp"

#include <functional>

using namespace releve;
using namespace releve::tests;

namespace {

/// A ladder of three occupations, each leading to the next; their usual diplomas rise; open-ended contracts only.
Pack ladder() {
    Pack pack = plain_pack(3);
    pack.mobility = {1, 1, 0, 0, 1, 1, 0, 0, 1};
    pack.education_by_occupation = {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}};
    return pack;
}

/// One establishment with so many posts on each step of the ladder, all held but the first of the top, recruited for. Another
/// may stand before it with vacant posts.
State house(const Pack& pack, std::array<int, 3> posts, int elsewhere = 0) {
    State state = plain_state(pack, 60);
    if (elsewhere > 0) {
        add_establishment(state, 0, 0);
        const CellId cell = releve::add_cell(state, EstablishmentId{0}, 2, 100, 1);
        for (int i = 0; i < elsewhere; ++i) {
            open_vacancy_at(state, add_post(state, cell));
        }
    }
    add_establishment(state, 0, 0);
    for (std::uint16_t step = 0; step < 3; ++step) {
        const std::uint32_t first = state.posts.size();
        const EstablishmentId here{state.establishments.size() - 1};
        const CellId cell = releve::add_cell(state, here, step, step, static_cast<float>(posts[step]));
        for (int i = 0; i < posts[step]; ++i) {
            add_post(state, cell);
        }
        for (std::uint32_t post = first; post < state.posts.size(); ++post) {
            if (step == 2 && post == first) {
                open_vacancy_at(state, PostId{post});
                continue;
            }
            const PersonId worker = add_worker(state, PostId{post}, Contract::open_ended, 40, 0.6F);
            state.persons[worker].education = Education::bac;
        }
    }
    count_residents(state);
    return state;
}

PostId top_post(const State& state) { return state.cells.list[CellId{2}].front(); }

/// Whom the process proposes to promote this month, with employers who always look inside and think of everybody.
std::vector<Proposal> promoted(State state, const Setting& setting, double colleagues = 500, double ranking = 1,
                               double looks_inside = 1) {
    Bench promotion("promotion", setting);
    promotion.set("looks_inside", looks_inside).set("colleagues", colleagues).set("ranking", ranking);
    promotion.attach(state);
    start_risks(state);
    return promotion.proposals(state).all();
}

}  // namespace

TEST_CASE("a vacancy is filled from inside: tenure, contract and know-how are kept, the post left is to be settled") {
    const Pack pack = ladder();
    const Setting setting{pack, pack.calendar, 60, 0};
    State state = house(pack, {2, 1, 2});
    state.month = 3;
    const PersonId worker = state.posts[state.cells.list[CellId{1}].front()].holder;
    const PostId left = state.persons[worker].post;
    const std::vector<Proposal> made = promoted(state, setting);
    REQUIRE(made.size() == 1);
    CHECK(made[0].change == Change::promote);
    CHECK(made[0].person == worker);  // not from the bottom, which does not lead to the top
    CHECK(made[0].post == top_post(state));
    start_risks(state);
    change(state, [&](Proposals& p) { p.promote(worker, top_post(state), made[0].amount); });
    check_invariants(state);
    const Person& person = state.persons[worker];
    CHECK(person.post == top_post(state));
    CHECK(person.hired == -24);
    CHECK(person.contract == Contract::open_ended);
    CHECK(person.status_since == 3);
    CHECK(person.know_how == Approx(1 - 0.5 * std::exp(-0.01 * 3)).epsilon(1e-6));
    CHECK(person.occupation == 2);
    CHECK(person.second_occupation == 1);
    CHECK(person.second_mastery == Approx(1 - 0.4 * std::exp(-0.05 * 3)).epsilon(1e-6));
    CHECK(state.undecided.contains(left));
    CHECK(state.posts[left].reason == VacancyReason::promotion);
    CHECK(events_of(state, EventKind::promotion) == 1);
    CHECK(events_of(state, EventKind::hire) + events_of(state, EventKind::separation) == 0);
}

TEST_CASE("vacancy chains run inside the house down the ladder, then the post at its foot is offered outside") {
    Pack pack = ladder();
    for (FixedTermRow& row : pack.fixed_term) {
        row.hire_share = 1;  // nobody from outside would be offered an open-ended contract but through the chain
    }
    const Setting setting{pack, pack.calendar, 60, 0};
    Bench promotion("promotion", setting), replacement("replacement", setting);
    promotion.set("looks_inside", 1).set("colleagues", 500);
    replacement.set("after_quit", 1);
    State state = house(pack, {4, 3, 2});
    state.posts[top_post(state)].reason = VacancyReason::promotion;
    start_risks(state);
    for (int month = 0; month < 6; ++month, ++state.month) {
        state.events.clear();
        replacement.act(state);
        promotion.act(state);
        check_invariants(state);
        CHECK(events_of(state, EventKind::promotion) == (month < 2 ? 1 : 0));
        CHECK(events_of(state, EventKind::vacancy_opened) == (month == 1 || month == 2 ? 1 : 0));
        CHECK(events_of(state, EventKind::hire) + events_of(state, EventKind::separation) == 0);
    }
    CHECK(state.cells.filled[CellId{0}] == 3);
    CHECK(state.cells.filled[CellId{1}] == 3);
    CHECK(state.cells.filled[CellId{2}] == 2);
    REQUIRE(state.vacancies.members().size() == 1);
    const PostId foot = state.vacancies.members().front();
    CHECK(state.posts[foot].cell == CellId{0});

    // a post left by a promotion that its employer does not replace is cut
    State other = house(ladder(), {0, 1, 1});
    change(other, [&](Proposals& p) { p.promote(PersonId{0}, top_post(other), 0.5F); });
    replacement.set("after_quit", 0);
    replacement.act(other);
    CHECK(other.cells.posts[CellId{1}] == 0);
}

TEST_CASE("nobody is promoted without the diploma, the mastery, the tenure, an open-ended contract or a way up") {
    const auto number = [](const std::function<void(Pack&, State&)>& alter) {
        Pack pack = ladder();
        State state = house(pack, {3, 1, 2});
        alter(pack, state);
        const Setting setting{pack, pack.calendar, 60, 0};
        return promoted(state, setting).size();
    };
    const PersonId worker = {3};  // the only one of the middle step
    CHECK(number([](Pack&, State&) {}) == 1);
    CHECK(number([&](Pack&, State& s) { s.persons[worker].education = Education::cap_bep; }) == 0);
    CHECK(number([&](Pack&, State& s) {  // unless the post is in the occupation practised before
              s.persons[worker].education = Education::cap_bep;
              s.persons[worker].second_occupation = 2;
          }) == 1);
    CHECK(number([&](Pack&, State& s) { s.persons[worker].mastery = 0.1F; }) == 0);
    CHECK(number([&](Pack&, State& s) {  // but the requirement falls with the age of the vacancy
              s.persons[worker].mastery = 0.1F;
              s.posts[top_post(s)].opened = -6;
          }) == 1);
    CHECK(number([&](Pack&, State& s) { s.persons[worker].hired = -11; }) == 0);
    CHECK(number([&](Pack&, State& s) { s.persons[worker].contract = Contract::fixed_term; }) == 0);
    CHECK(number([&](Pack& p, State&) { p.mobility[1 * 3 + 2] = 0; }) == 0);
    CHECK(number([&](Pack& p, State&) { p.education_by_occupation[1] = {0, 0, 0.9, 0.1, 0}; }) == 0);  // down
    CHECK(number([&](Pack& p, State&) { p.fixed_term[2].hire_share = 1; }) == 0);
    CHECK(number([&](Pack&, State& s) { s.posts[top_post(s)].owner_post = 1; }) == 0);
    CHECK(number([&](Pack&, State& s) { s.vacancies.erase(top_post(s)); }) == 0);
}

TEST_CASE("a colleague works in the same establishment, and takes one post at a time") {
    const Pack pack = ladder();
    const Setting setting{pack, pack.calendar, 60, 0};
    State alone = house(pack, {3, 0, 2});
    add_establishment(alone, 0, 0);
    add_cell(alone, 1, 1);
    const PersonId neighbour = add_worker(alone, PostId{alone.posts.size() - 1}, Contract::open_ended, 40, 0.6F);
    alone.persons[neighbour].education = Education::bac;
    CHECK(promoted(alone, setting).empty());
    State two = house(pack, {0, 1, 2});
    const PostId second = two.cells.list[CellId{2}].back();
    const PersonId holder = two.posts[second].holder;
    two.posts[second].holder = {};
    two.persons[holder].status = Status::inactive;
    two.persons[holder].post = {};
    --two.cells.filled[CellId{2}];
    open_vacancy_at(two, second);
    CHECK(promoted(two, setting).size() == 1);
}

TEST_CASE("employers look inside as often as told, and think of as many colleagues as told, whatever the order") {
    const Pack pack = ladder();
    const Setting setting{pack, pack.calendar, 60, 0};
    constexpr std::uint32_t rounds = 4'000;
    State state = house(pack, {0, 100, 2});
    const PersonId best = {40};
    state.persons[best].mastery = 0.9F;
    int looked = 0, of_the_best = 0;
    Bench promotion("promotion", setting);
    promotion.set("looks_inside", 0.25).set("colleagues", 500);
    promotion.attach(state);
    start_risks(state);
    for (std::uint32_t replicate = 0; replicate < rounds; ++replicate) {
        state.luck = {1, replicate};
        looked += static_cast<int>(promotion.proposals(state).all().size());
        const std::vector<Proposal> made = promoted(state, setting, 20);
        of_the_best += !made.empty() && made[0].person == best ? 1 : 0;
    }
    check_near("vacancies shown inside", looked / double{rounds}, 0.25, tolerance_of_share(0.25, rounds));
    // with a strict ranking the best is chosen if thought of: 20 of 100
    check_near("the best colleague", of_the_best / double{rounds}, 0.2, tolerance_of_share(0.2, rounds));

    // nothing depends on the order of the posts in their cell, nor on other establishments
    State straight = house(pack, {0, 100, 2});
    State turned = house(pack, {0, 100, 2}, 3);
    std::vector<PostId>& list = turned.cells.list[CellId{2}];
    std::reverse(list.begin(), list.end());
    int promotions = 0;
    for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
        turned.luck = straight.luck = {1, replicate};
        const std::vector<Proposal> one = promoted(straight, setting, 5, 0.5, 0.5);
        const std::vector<Proposal> other = promoted(turned, setting, 5, 0.5, 0.5);
        REQUIRE(one.size() == other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(one[i].person == other[i].person);
            ++promotions;
        }
    }
    CHECK(promotions > 10);
    CHECK(promotions < 40);
}
