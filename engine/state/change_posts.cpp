#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

namespace releve::changes {

namespace {

Event event_of(const State& state, EventKind kind, PostId post, unsigned detail = 0) {
    const CellId cell = state.posts.cell[post];
    const EstablishmentId establishment = state.cells.establishment[cell];
    return {.kind = kind,
            .detail = static_cast<std::uint8_t>(detail),
            .occupation = state.cells.occupation[cell],
            .zone = state.establishments.zone[establishment],
            .establishment = establishment,
            .months = static_cast<std::int16_t>(state.month - state.posts.vacated[post])};
}

unsigned posts_of(const State& state, EstablishmentId establishment) {
    unsigned posts = 0;
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        posts += state.cells.posts[CellId{i}];
    }
    return posts;
}

void unchain(State& state, PostId post) {
    PostId* link = &state.cells.first_post[state.posts.cell[post]];
    while (*link != post) {
        link = &state.posts.next[*link];
    }
    *link = state.posts.next[post];
}

void remove(State& state, PostId post) {
    const CellId cell = state.posts.cell[post];
    settle_cell_risks(state, cell);
    unchain(state, post);
    --state.cells.posts[cell];
    state.vacancies.erase(post);
    state.undecided.erase(post);
    state.posts.opened[post] = never;
    state.posts.cell[post] = {};
    schedule_cell_risks(state, cell);
}

}  // namespace

void open_post(const Where& at) {
    State& state = at.state;
    const CellId cell = at.proposal.cell;
    settle_cell_risks(state, cell);
    const PostId post = add_post(state, cell);
    // the first post of an empty establishment is its owner's: somebody starts up there
    state.posts.owner_post[post] = posts_of(state, state.cells.establishment[cell]) == 1 ? 1 : 0;
    schedule_cell_risks(state, cell);
    state.posts.reason[post] = VacancyReason::growth;
    state.undecided.insert(post);
    state.events.push_back(event_of(state, EventKind::post_created, post));
}

void cut_post(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts.exists(post) && at.state.posts.holder[post].none(), "only a vacant post can be cut");
    at.state.events.push_back(event_of(at.state, EventKind::post_cut, post));
    remove(at.state, post);
}

void open_vacancy(const Where& at) {
    State& state = at.state;
    const PostId post = at.proposal.post;
    at.require(state.posts.exists(post) && state.posts.holder[post].none(), "the post is not vacant");
    at.require(!state.posts.is_vacancy(post), "the employer already recruits for this post");
    state.undecided.erase(post);
    state.vacancies.insert(post);
    state.posts.opened[post] = static_cast<MonthIndex>(state.month);
    state.posts.reason[post] = at.proposal.reason;
    ++state.posts.vacancies[post];
    const unsigned reason = static_cast<unsigned>(at.proposal.reason);
    state.events.push_back(event_of(state, EventKind::vacancy_opened, post, reason));
}

void abandon_vacancy(const Where& at) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts.exists(post) && at.state.posts.is_vacancy(post), "there is no vacancy to abandon");
    at.state.events.push_back(event_of(at.state, EventKind::vacancy_abandoned, post));
    remove(at.state, post);
}

}  // namespace releve::changes

namespace releve {

PostId add_post(State& state, CellId cell) {
    Posts& posts = state.posts;
    const PostId post{posts.size()};
    posts.key.push_back({cell.value, state.cells.created[cell]++});
    posts.cell.push_back(cell);
    posts.next.push_back(state.cells.first_post[cell]);
    posts.holder.push_back({});
    posts.vacated.push_back(static_cast<MonthIndex>(state.month));
    posts.opened.push_back(never);
    posts.reason.push_back(VacancyReason::none);
    posts.left_by.push_back(Separation::other);
    posts.owner_post.push_back(0);
    posts.vacancies.push_back(0);
    state.cells.first_post[cell] = post;
    ++state.cells.posts[cell];
    state.vacancies.resize(posts.size());
    state.undecided.resize(posts.size());
    return post;
}

}  // namespace releve
