#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>

namespace releve::changes {

namespace {

/// What nobody has taken over yet in a sector and occupation.
float& freed_in(State& state, std::uint16_t sector, std::uint16_t occupation) {
    const auto found = std::find_if(state.freed.begin(), state.freed.end(), [&](const FreedDemand& one) {
        return one.sector == sector && one.occupation == occupation;
    });
    if (found != state.freed.end()) {
        return found->posts;
    }
    return state.freed.emplace_back(FreedDemand{sector, occupation, 0}).posts;
}

float& freed_in(State& state, CellId cell) {
    return freed_in(state, state.establishments.sector[state.cells.establishment[cell]], state.cells.occupation[cell]);
}

void destroy_posts(State& state, CellId cell) {
    while (!state.cells.list[cell].empty()) {
        const PostId post = state.cells.list[cell].back();
        state.events.push_back(post_event(state, EventKind::post_cut, post, 1));
        remove_post(state, post);
    }
}

}  // namespace

Event establishment_event(const State& state, EventKind kind, EstablishmentId establishment, unsigned detail) {
    return {.kind = kind,
            .detail = static_cast<std::uint8_t>(detail),
            .zone = state.establishments.zone[establishment],
            .establishment = establishment};
}

void found(const Where& at, const Founding& founding) {
    State& state = at.state;
    at.require(
        !founding.cells.empty() && founding.cells.size() <= most_newborn_cells && founding.cells.front().posts > 0,
        "a newborn establishment has an owner's post and few occupations");
    const PersonId founder = founding.founder;
    at.require(!founder.none() && state.persons[founder].status != Status::dead &&
                   state.persons[founder].status != Status::gone,
               "the founder is no longer here");
    const EstablishmentId establishment =
        add_establishment(state, founding.zone, founding.sector, EstablishmentKind::ordinary, founding.key);
    state.establishments.unsalaried[establishment] = 1;
    state.establishment_clocks.resize(state.establishments.size());
    state.events.push_back(establishment_event(state, EventKind::establishment_born, establishment, 0));
    for (std::uint32_t i = 0; i < founding.cells.size(); ++i) {
        const Founding::Cell& wanted = founding.cells[i];
        const CellId cell = add_cell(state, establishment, wanted.occupation, founding.key + i, wanted.posts_at_start);
        freed_in(state, cell) -= wanted.posts_at_start;
        for (int n = 0; n < wanted.posts; ++n) {
            const PostId post = add_post(state, cell);
            state.posts[post].owner_post = i == 0 && n == 0 ? 1 : 0;
            state.posts[post].reason = VacancyReason::growth;
            state.undecided.insert(post);
            state.events.push_back(post_event(state, EventKind::post_created, post));
        }
    }
    const std::uint32_t first = state.establishments.first_cell[establishment];
    state.cell_clocks.resize(state.cells.size());
    for (std::uint32_t i = 0; i < founding.cells.size(); ++i) {
        refresh_cell_risks(state, CellId{first + i});
    }
    refresh_establishment_risks(state, establishment);
    const std::vector<PostId>& posts = state.cells.list[CellId{first}];
    const auto own =
        std::find_if(posts.begin(), posts.end(), [&](PostId post) { return state.posts[post].owner_post; });
    take_post(state, founder, *own, Contract::owner, founding.mastery);
}

void close(const Where& at) {
    State& state = at.state;
    const EstablishmentId establishment = at.proposal.establishment;
    at.require(state.establishments.closed[establishment] == 0, "the establishment is already closed");
    const bool had_posts = state.establishments.posts[establishment] > 0;
    state.establishments.closed[establishment] = 1;
    stop_establishment_risks(state, establishment);
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        const CellId cell{i};
        for (const PostId post : state.cells.list[cell]) {
            if (const PersonId holder = state.posts[post].holder; !holder.none()) {
                lose_post(state, holder, Separation::closure);
            }
        }
        destroy_posts(state, cell);
        settle_cell_risks(state, cell, CellChange::posts);
        if (at.proposal.closing != ClosureReason::shock) {
            freed_in(state, cell) += state.cells.posts_at_start[cell];
        }
        state.cells.posts_at_start[cell] = 0;
        schedule_cell_risks(state, cell, CellChange::posts);
    }
    if (had_posts) {
        const auto why = static_cast<unsigned>(at.proposal.closing);
        state.events.push_back(establishment_event(state, EventKind::establishment_closed, establishment, why));
    }
}

void shift_target(const Where& at) {
    State& state = at.state;
    const CellId cell = at.proposal.cell;
    at.require(state.cells.posts_at_start[cell] + at.proposal.amount >= 0, "a cell cannot want less than no post");
    settle_cell_risks(state, cell, CellChange::posts);
    state.cells.posts_at_start[cell] += at.proposal.amount;
    freed_in(state, cell) -= at.proposal.amount;
    schedule_cell_risks(state, cell, CellChange::posts);
}

void scale_target(const Where& at) {
    State& state = at.state;
    at.require(at.proposal.amount >= 0, "a cell cannot want less than no post");
    settle_cell_risks(state, at.proposal.cell, CellChange::posts);
    state.cells.posts_at_start[at.proposal.cell] *= at.proposal.amount;
    schedule_cell_risks(state, at.proposal.cell, CellChange::posts);
}

}  // namespace releve::changes

namespace releve {

EstablishmentId add_establishment(State& state, std::uint16_t zone, std::uint16_t sector, EstablishmentKind kind,
                                  std::uint32_t key) {
    Establishments& all = state.establishments;
    const EstablishmentId establishment{all.size()};
    all.zone.push_back(zone);
    all.sector.push_back(sector);
    all.kind.push_back(kind);
    all.size_band.push_back(0);
    all.attractiveness.push_back(1.0F);
    all.first_cell.push_back(state.cells.size());
    all.cells.push_back(0);
    all.key.push_back(key);
    all.posts.push_back(0);
    all.unsalaried.push_back(0);
    all.closed.push_back(0);
    all.levers.push_back({});
    all.conduct.push_back({});
    return establishment;
}

CellId add_cell(State& state, EstablishmentId establishment, std::uint16_t occupation, std::uint32_t key,
                float posts_at_start) {
    Cells& all = state.cells;
    const CellId cell{all.size()};
    if (state.establishments.cells[establishment]++ == 0) {
        state.establishments.first_cell[establishment] = cell.value;
    }
    all.establishment.push_back(establishment);
    all.occupation.push_back(occupation);
    all.key.push_back(key);
    all.posts_at_start.push_back(posts_at_start);
    all.posts.push_back(0);
    all.filled.push_back(0);
    all.list.push_back({});
    all.created.push_back(0);
    all.overlap.push_back(0);
    return cell;
}

void refresh_size(State& state, EstablishmentId establishment) {
    Establishments& all = state.establishments;
    const std::uint8_t band = size_band_of(all.posts[establishment], all.unsalaried[establishment]);
    if (band != all.size_band[establishment]) {
        settle_establishment_risks(state, establishment);
        all.size_band[establishment] = band;
        schedule_establishment_risks(state, establishment);
    }
}

}  // namespace releve
