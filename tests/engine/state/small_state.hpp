#pragma once
#include "engine/state/commit.hpp"

/// A territory that fits on a page, built by hand: 2 inside zones and an outside one, 2 establishments, 3 cells, 6 posts
/// of which one vacant and recruited for, 10 persons. No risk runs in it.
///
///   establishment 0 (zone 0): cell 0 (occupation 0): posts 0, 1;  cell 1 (occupation 1): post 2 (the owner's)
///   establishment 1 (zone 1): cell 2 (occupation 0): posts 3, 4, 5 (vacant)
namespace releve::tests {

enum Someone : std::uint32_t {
    open_ended_worker,
    fixed_term_worker,
    owner,
    senior,
    young,
    seeker,
    other_seeker,
    pupil,
    inactive,
    outsider
};
inline PersonId the(Someone who) { return {who}; }
inline constexpr PostId vacant_post{5};

inline void add_establishment(State& state, std::uint16_t zone, std::uint16_t sector) {
    releve::add_establishment(state, zone, sector, EstablishmentKind::ordinary, state.establishments.size());
}

/// To the establishment added last.
inline void add_cell(State& state, std::uint16_t occupation, int posts) {
    const CellId cell = releve::add_cell(state, EstablishmentId{state.establishments.size() - 1}, occupation,
                                         state.cells.size(), static_cast<float>(posts));
    for (int i = 0; i < posts; ++i) {
        add_post(state, cell);
    }
}

inline PersonId add_person(State& state, Status status, int age_years, float mastery, std::uint16_t zone = 0) {
    const std::uint32_t number = state.persons.size();
    const PersonId id = state.persons.push_back({.key = person_key(Origin::resident, 0, number),
                                                 .birth = static_cast<MonthIndex>(-12 * age_years),
                                                 .status = status,
                                                 .zone = zone,
                                                 .status_since = -24,
                                                 .career_start = static_cast<MonthIndex>(-12 * (age_years - 18)),
                                                 .mastery = mastery});
    state.seekers.resize(state.persons.size());
    if (status == Status::unemployed) {
        state.seekers.insert(id);
    }
    return id;
}

inline PersonId add_worker(State& state, PostId post, Contract contract, int age_years, float mastery) {
    const PersonId id = add_person(state, Status::employed, age_years, mastery);
    state.persons[id].occupation = state.persons[id].second_occupation = state.cells.occupation[state.posts[post].cell];
    state.persons[id].post = post;
    state.persons[id].hired = -24;
    state.persons[id].contract = contract;
    state.persons[id].know_how = 0.5F;
    state.posts[post].holder = id;
    state.posts[post].owner_post = contract == Contract::owner ? 1 : 0;
    ++state.cells.filled[state.posts[post].cell];
    return id;
}

inline State small_state() {
    State state;
    state.calendar.start = Month::of(2013, 1);
    state.horizon = 120;
    state.inside_zones = 2;
    state.practice = {{0.05F, 0.02F, 0.10F}, {0.010F, 0.005F, 0.020F}, 1.0F / 36};
    add_establishment(state, 0, 0);
    add_cell(state, 0, 2);
    add_cell(state, 1, 1);
    add_establishment(state, 1, 1);
    add_cell(state, 0, 3);
    add_worker(state, PostId{0}, Contract::open_ended, 40, 0.8F);
    add_worker(state, PostId{1}, Contract::fixed_term, 30, 0.6F);
    add_worker(state, PostId{2}, Contract::owner, 58, 0.9F);
    add_worker(state, PostId{3}, Contract::open_ended, 61, 0.95F);
    add_worker(state, PostId{4}, Contract::open_ended, 22, 0.4F);
    add_person(state, Status::unemployed, 35, 0.5F);
    add_person(state, Status::unemployed, 50, 0.7F, 1);
    add_person(state, Status::education, 16, 0.0F, 1);
    add_person(state, Status::inactive, 45, 0.3F);
    add_person(state, Status::outside, 38, 0.6F, 2);
    state.posts[vacant_post].opened = state.posts[vacant_post].vacated = -2;
    state.vacancies.insert(vacant_post);
    for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
        const auto status = static_cast<std::size_t>(state.persons[PersonId{person}].status);
        state.residents[status] += state.inside(PersonId{person}) ? 1 : 0;
    }
    start_risks(state);
    return state;
}

/// Commits the one proposal that `make` adds.
template <class Make>
void change(State& state, Make make) {
    Proposals proposals;
    make(proposals);
    state.events.clear();
    commit(state, proposals, "a_test");
}

}  // namespace releve::tests
