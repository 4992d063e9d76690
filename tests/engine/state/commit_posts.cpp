#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

int events_of(const State& state, EventKind kind) {
    int events = 0;
    for (const Event& event : state.events) {
        events += event.kind == kind ? 1 : 0;
    }
    return events;
}

std::vector<PostId> chain(const State& state, CellId cell) {
    std::vector<PostId> posts;
    for (const PostId post : state.cells.list[cell]) {
        posts.push_back(post);
    }
    return posts;
}

}  // namespace

TEST_CASE("a post is opened: vacant, undecided, of its cell, with a key of its own") {
    State state = small_state();
    state.month = 4;
    change(state, [](Proposals& p) { p.open_post(CellId{1}); });
    const PostId post{state.posts.size() - 1};
    CHECK(state.cells.posts[CellId{1}] == 2);
    CHECK(state.cells.filled[CellId{1}] == 1);
    CHECK(state.posts[post].key == DrawKey{1, 1});
    CHECK(state.posts[post].reason == VacancyReason::growth);
    CHECK(state.posts[post].vacated == 4);
    CHECK(state.posts[post].owner_post == 0);
    CHECK(state.undecided.contains(post));
    CHECK(events_of(state, EventKind::post_created) == 1);
    check_invariants(state);
}

TEST_CASE("a post opened to be shared is so for ever, whoever leaves it") {
    State state = small_state();
    change(state, [](Proposals& p) { p.open_post(CellId{0}, VacancyReason::sharing); });
    const PostId post{state.posts.size() - 1};
    CHECK(state.posts[post].reason == VacancyReason::sharing);
    CHECK(state.undecided.contains(post));
    change(state, [&](Proposals& p) { p.open_vacancy(post, VacancyReason::sharing); });
    change(state, [&](Proposals& p) { p.hire(the(seeker), post, Contract::open_ended, 0.5F); });
    change(state, [](Proposals& p) { p.separate(the(seeker), Separation::quit); });
    CHECK(state.posts[post].reason == VacancyReason::sharing);
    CHECK(state.posts[post].left_by == Separation::quit);
    change(state, [](Proposals& p) { p.separate(the(open_ended_worker), Separation::quit); });
    CHECK(state.posts[PostId{0}].reason == VacancyReason::replacement);
    check_invariants(state);
}

TEST_CASE("a cut post leaves its cell wherever it stood in the list, and its key is not given again") {
    for (const std::uint32_t cut : {3U, 4U, 5U}) {
        State state = small_state();
        const std::uint32_t before = state.posts.size();
        if (!state.posts[PostId{cut}].holder.none()) {
            change(state, [&](Proposals& p) { p.separate(state.posts[PostId{cut}].holder, Separation::layoff); });
        }
        change(state, [&](Proposals& p) { p.cut_post(PostId{cut}); });
        CHECK(chain(state, CellId{2}).size() == 2);
        CHECK_FALSE(state.posts[PostId{cut}].exists());
        CHECK_FALSE(state.vacancies.contains(PostId{cut}));
        CHECK_FALSE(state.undecided.contains(PostId{cut}));
        CHECK(events_of(state, EventKind::post_cut) == 1);
        check_invariants(state);
        change(state, [](Proposals& p) { p.open_post(CellId{2}); });
        CHECK(state.posts[state.cells.list[CellId{2}].back()].key == DrawKey{2, 3});
        CHECK(state.posts.size() == before);  // the new post takes the place of the one cut
        check_invariants(state);
    }
}

TEST_CASE("the first post of an empty establishment is its owner's") {
    State state = small_state();
    for (const std::uint32_t post : {0U, 1U, 2U}) {
        change(state, [&](Proposals& p) {
            p.separate(state.posts[PostId{post}].holder, Separation::closure);
            p.cut_post(PostId{post});
        });
    }
    change(state, [](Proposals& p) { p.open_post(CellId{0}); });
    CHECK(state.posts[state.cells.list[CellId{0}].back()].owner_post == 1);
    change(state, [](Proposals& p) { p.open_post(CellId{1}); });
    CHECK(state.posts[state.cells.list[CellId{1}].back()].owner_post == 0);
    check_invariants(state);
}

TEST_CASE("a vacancy is opened for an undecided post, and given up with it") {
    State state = small_state();
    state.month = 7;
    change(state, [](Proposals& p) { p.separate(the(young), Separation::quit); });
    change(state, [](Proposals& p) { p.open_vacancy(PostId{4}, VacancyReason::replacement); });
    CHECK(state.vacancies.contains(PostId{4}));
    CHECK_FALSE(state.undecided.contains(PostId{4}));
    CHECK(state.posts[PostId{4}].opened == 7);
    CHECK(state.posts[PostId{4}].vacancies == 1);
    CHECK(events_of(state, EventKind::vacancy_opened) == 1);
    check_invariants(state);
    change(state, [](Proposals& p) { p.abandon_vacancy(PostId{4}); });
    CHECK(events_of(state, EventKind::vacancy_abandoned) == 1);
    CHECK(state.cells.posts[CellId{2}] == 2);
    CHECK_FALSE(state.posts[PostId{4}].exists());
    check_invariants(state);
}

TEST_CASE("a set of ids inserts, erases and forgets once") {
    IdSet<PostId> set;
    set.resize(5);
    set.insert(PostId{3});
    set.insert(PostId{1});
    set.insert(PostId{3});
    CHECK(set.members() == std::vector<PostId>{PostId{3}, PostId{1}});
    set.erase(PostId{3});
    set.erase(PostId{3});
    set.erase(PostId{0});
    CHECK(set.members() == std::vector<PostId>{PostId{1}});
    CHECK_FALSE(set.contains(PostId{3}));
    set.resize(7);
    set.insert(PostId{6});
    set.erase(PostId{1});
    CHECK(set.members() == std::vector<PostId>{PostId{6}});
    set.erase(PostId{6});
    CHECK(set.members().empty());
}
