#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>

/// Changes that only actions propose.
namespace releve::changes {

void recruit(const Where& at, const Person& newcomer) {
    const PostId post = at.proposal.post;
    at.require(at.state.posts[post].exists() && at.state.posts[post].holder.none(), "the post is not vacant");
    const PersonId person = add_person(at.state, newcomer);
    take_post(at.state, person, post, at.proposal.contract, at.proposal.amount);
}

void place(const Where& at) {
    hire(at);
    Event event = at.state.events.back();
    at.require(event.kind == EventKind::hire, "an action places nobody in an owner's post");
    event.kind = EventKind::placement;
    event.detail = at.proposal.action;
    event.months = at.proposal.count;
    at.state.events.push_back(event);
}

void relieve(const Where& at) {
    State& state = at.state;
    const PostId left = state.persons[at.proposal.person].post;
    at.require(!left.none(), "the person holds no post");
    at.require(state.posts[left].relieved == 0, "the post is already relieved");
    const unsigned action = at.proposal.action;
    at.require(action > 0 && action <= Post::most_actions, "no action of that number can relieve anybody");
    const CellId cell = state.posts[left].cell;
    settle_cell_risks(state, cell, CellChange::posts);
    const PostId post = add_post(state, cell);
    state.posts[left].relieved = static_cast<std::uint8_t>(action & Post::most_actions);
    ++state.cells.overlap[cell];
    schedule_cell_risks(state, cell, CellChange::posts);
    state.events.push_back(post_event(state, EventKind::post_created, post));
    state.vacancies.insert(post);
    state.posts[post].opened = static_cast<MonthIndex>(state.month);
    state.posts[post].reason = VacancyReason::anticipation;
    ++state.posts[post].vacancies;
    const auto reason = static_cast<unsigned>(VacancyReason::anticipation);
    state.events.push_back(post_event(state, EventKind::vacancy_opened, post, reason));
}

namespace {

/// Levers of one establishment from all its supports, in the order of their actions so that nothing else matters.
Levers levers_of(const State& state, EstablishmentId establishment) {
    std::vector<Support> here;
    std::copy_if(state.supports.begin(), state.supports.end(), std::back_inserter(here),
                 [&](const Support& one) { return one.establishment == establishment; });
    std::sort(here.begin(), here.end(), [](const Support& a, const Support& b) { return a.action < b.action; });
    Levers all;
    for (const Support& one : here) {
        all.quits *= one.levers.quits;
        all.attraction *= one.levers.attraction;
        all.closing *= one.levers.closing;
        all.from_inside += one.levers.from_inside;
    }
    return all;
}

auto find_support(State& state, std::uint8_t action, EstablishmentId establishment) {
    return std::find_if(state.supports.begin(), state.supports.end(),
                        [&](const Support& one) { return one.action == action && one.establishment == establishment; });
}

}  // namespace

void support(const Where& at, const Support& support) {
    State& state = at.state;
    at.require(state.establishments.closed[support.establishment] == 0, "the establishment is closed");
    at.require(find_support(state, support.action, support.establishment) == state.supports.end(),
               "the action already supports the establishment");
    state.supports.push_back(support);
    state.establishments.levers[support.establishment] = levers_of(state, support.establishment);
    state.events.push_back(establishment_event(state, EventKind::support, support.establishment, support.action));
}

void withdraw(const Where& at) {
    State& state = at.state;
    const auto found = find_support(state, at.proposal.action, at.proposal.establishment);
    at.require(found != state.supports.end(), "the action does not support the establishment");
    *found = state.supports.back();
    state.supports.pop_back();
    state.establishments.levers[at.proposal.establishment] = levers_of(state, at.proposal.establishment);
}

void count(const Where& at) {
    at.require(at.proposal.amount >= 0, "fewer units than none");
    at.state.events.push_back({.kind = EventKind::units,
                               .detail = at.proposal.action,
                               .months = at.proposal.count,
                               .know_how = at.proposal.amount});
}

}  // namespace releve::changes
