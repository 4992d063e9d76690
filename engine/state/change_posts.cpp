#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

namespace releve::changes {

Event post_event(const State& state, EventKind kind, PostId post, unsigned detail) {
    const CellId cell = state.posts[post].cell;
    const EstablishmentId establishment = state.cells.establishment[cell];
    return {.kind = kind,
            .detail = static_cast<std::uint8_t>(detail),
            .occupation = state.cells.occupation[cell],
            .zone = state.establishments.zone[establishment],
            .establishment = establishment,
            .months = static_cast<std::int16_t>(state.month - state.posts[post].vacated)};
}

namespace {

void unlist(State& state, PostId post) {
    std::vector<PostId>& list = state.cells.list[state.posts[post].cell];
    const std::uint32_t hole = state.posts[post].place;
    list[hole] = list.back();
    state.posts[list[hole]].place = hole;
    list.pop_back();
}

}  // namespace

void remove_post(State& state, PostId post) {
    const CellId cell = state.posts[post].cell;
    const EstablishmentId establishment = state.cells.establishment[cell];
    settle_cell_risks(state, cell, CellChange::posts);
    unlist(state, post);
    state.cells.overlap[cell] =
        static_cast<std::uint16_t>(state.cells.overlap[cell] - (state.posts[post].relieved != 0 ? 1 : 0));
    state.posts[post].relieved = 0;
    --state.cells.posts[cell];
    --state.establishments.posts[establishment];
    refresh_size(state, establishment);
    state.vacancies.erase(post);
    state.undecided.erase(post);
    state.posts[post].opened = never;
    state.posts[post].cell = {};
    state.free_posts.push_back(post);
    schedule_cell_risks(state, cell, CellChange::posts);
    if (state.establishments.posts[establishment] == 0 && state.establishments.closed[establishment] == 0) {
        const auto emptied = static_cast<unsigned>(ClosureReason::emptied);
        state.events.push_back(establishment_event(state, EventKind::establishment_closed, establishment, emptied));
    }
}

void open_post(const Where& at) {
    State& state = at.state;
    const CellId cell = at.proposal.cell;
    const EstablishmentId establishment = state.cells.establishment[cell];
    at.require(state.establishments.closed[establishment] == 0, "the establishment is closed");
    settle_cell_risks(state, cell, CellChange::posts);
    const PostId post = add_post(state, cell);
    if (state.establishments.posts[establishment] == 1) {
        state.posts[post].owner_post = 1;  // the first post of an empty establishment is its owner's
        state.events.push_back(establishment_event(state, EventKind::establishment_born, establishment, 1));
    }
    schedule_cell_risks(state, cell, CellChange::posts);
    state.posts[post].reason = at.proposal.reason;
    state.undecided.insert(post);
    state.events.push_back(post_event(state, EventKind::post_created, post));
}

void cut_post(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts[post].exists() && at.state.posts[post].holder.none(), "only a vacant post can be cut");
    at.state.events.push_back(post_event(at.state, EventKind::post_cut, post));
    remove_post(at.state, post);
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
    state.events.push_back(post_event(state, EventKind::vacancy_opened, post, reason));
}

void abandon_vacancy(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts[post].exists() && at.state.posts[post].is_vacancy(), "there is no vacancy to abandon");
    at.state.events.push_back(post_event(at.state, EventKind::vacancy_abandoned, post));
    remove_post(at.state, post);
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
    state.posts[post] = {.key = post_key(state.cells.key[cell], state.cells.created[cell]++),
                         .cell = cell,
                         .place = static_cast<std::uint32_t>(state.cells.list[cell].size()),
                         .vacated = static_cast<MonthIndex>(state.month)};
    state.cells.list[cell].push_back(post);
    ++state.cells.posts[cell];
    ++state.establishments.posts[state.cells.establishment[cell]];
    refresh_size(state, state.cells.establishment[cell]);
    return post;
}

}  // namespace releve
