#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

namespace releve::changes {

namespace {

Event event_of(const State& state, EventKind kind, PostId post, unsigned detail = 0) {
    const CellId cell = state.posts[post].cell;
    const EstablishmentId establishment = state.cells.establishment[cell];
    return {.kind = kind,
            .detail = static_cast<std::uint8_t>(detail),
            .occupation = state.cells.occupation[cell],
            .zone = state.establishments.zone[establishment],
            .establishment = establishment,
            .months = static_cast<std::int16_t>(state.month - state.posts[post].vacated)};
}

unsigned posts_of(const State& state, EstablishmentId establishment) {
    unsigned posts = 0;
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        posts += state.cells.posts[CellId{i}];
    }
    return posts;
}

void unlist(State& state, PostId post) {
    std::vector<PostId>& list = state.cells.list[state.posts[post].cell];
    const std::uint32_t hole = state.posts[post].place;
    list[hole] = list.back();
    state.posts[list[hole]].place = hole;
    list.pop_back();
}

void remove(State& state, PostId post) {
    const CellId cell = state.posts[post].cell;
    settle_cell_risks(state, cell, CellChange::posts);
    unlist(state, post);
    --state.cells.posts[cell];
    state.vacancies.erase(post);
    state.undecided.erase(post);
    state.posts[post].opened = never;
    state.posts[post].cell = {};
    state.free_posts.push_back(post);
    schedule_cell_risks(state, cell, CellChange::posts);
}

}  // namespace

void open_post(const Where& at) {
    State& state = at.state;
    const CellId cell = at.proposal.cell;
    settle_cell_risks(state, cell, CellChange::posts);
    const PostId post = add_post(state, cell);
    // the first post of an empty establishment is its owner's: somebody starts up there
    state.posts[post].owner_post = posts_of(state, state.cells.establishment[cell]) == 1 ? 1 : 0;
    schedule_cell_risks(state, cell, CellChange::posts);
    state.posts[post].reason = VacancyReason::growth;
    state.undecided.insert(post);
    state.events.push_back(event_of(state, EventKind::post_created, post));
}

void cut_post(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts[post].exists() && at.state.posts[post].holder.none(), "only a vacant post can be cut");
    at.state.events.push_back(event_of(at.state, EventKind::post_cut, post));
    remove(at.state, post);
}

void open_vacancy(const Where& at) {
    State& state = at.state;
    const PostId post = at.proposal.post;
    at.require(state.posts[post].exists() && state.posts[post].holder.none(), "the post is not vacant");
    at.require(!state.posts[post].is_vacancy(), "the employer already recruits for this post");
    state.undecided.erase(post);
    state.vacancies.insert(post);
    state.posts[post].opened = static_cast<MonthIndex>(state.month);
    state.posts[post].reason = at.proposal.reason;
    ++state.posts[post].vacancies;
    const unsigned reason = static_cast<unsigned>(at.proposal.reason);
    state.events.push_back(event_of(state, EventKind::vacancy_opened, post, reason));
}

void abandon_vacancy(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts[post].exists() && at.state.posts[post].is_vacancy(), "there is no vacancy to abandon");
    at.state.events.push_back(event_of(at.state, EventKind::vacancy_abandoned, post));
    remove(at.state, post);
}

}  // namespace releve::changes

namespace releve {

PostId add_post(State& state, CellId cell) {
    PostId post;
    if (state.free_posts.empty()) {
        post = state.posts.push_back({});
        state.vacancies.resize(state.posts.size());
        state.undecided.resize(state.posts.size());
    } else {
        post = state.free_posts.back();
        state.free_posts.pop_back();
    }
    state.posts[post] = {.key = post_key(cell, state.cells.created[cell]++),
                         .cell = cell,
                         .place = static_cast<std::uint32_t>(state.cells.list[cell].size()),
                         .vacated = static_cast<MonthIndex>(state.month)};
    state.cells.list[cell].push_back(post);
    ++state.cells.posts[cell];
    return post;
}

}  // namespace releve
