#pragma once
#include "engine/state/proposals.hpp"
#include "engine/state/state.hpp"

/// The single changes that commit() applies; each takes the proposal and says what it requires of the state.
namespace releve::changes {

/// What the text of a ModelError needs to know.
struct Where {
    State& state;
    std::string_view process;
    const Proposal& proposal;
    void require(bool holds, std::string_view what) const;
};

void die(const Where& at);
void retire(const Where& at);
void claim_pension(const Where& at);
void leave_territory(const Where& at);
void separate(const Where& at);
void hire(const Where& at);
void promote(const Where& at);
void become(const Where& at);
void arrive(const Where& at, const Person& newcomer);
void convert_contract(const Where& at);
void learn(const Where& at);
void enrol(const Where& at);
void complete(const Where& at);

void open_post(const Where& at);
void cut_post(const Where& at);
void open_vacancy(const Where& at);
void abandon_vacancy(const Where& at);

void found(const Where& at, const Founding& founding);
void close(const Where& at);
void shift_target(const Where& at);
void scale_target(const Where& at);

void recruit(const Where& at, const Person& newcomer);
void place(const Where& at);
void relieve(const Where& at);
void support(const Where& at, const Support& support);
void withdraw(const Where& at);
void count(const Where& at);
/// Puts a newcomer among the people.
PersonId add_person(State& state, const Person& newcomer);

/// Removes a vacant post from its cell.
void remove_post(State& state, PostId post);
Event post_event(const State& state, EventKind kind, PostId post, unsigned detail = 0);
Event establishment_event(const State& state, EventKind kind, EstablishmentId establishment, unsigned detail);
/// Ends the person's post for unemployment, as `separate` does.
void lose_post(State& state, PersonId person, Separation how);
/// Puts a person in a vacant post, as `hire` does.
void take_post(State& state, PersonId person, PostId post, Contract contract, float mastery);

/// Ends the person's post: the post becomes vacant and undecided, a separation is noted. The status is left to the caller.
void vacate(State& state, PersonId person, Separation how);
/// Ends what an action does for the person and for the partner, without noting a completion.
void end_programme(State& state, PersonId person);
/// Brings mastery and know-how up to the present month before something they depend on changes.
void store_skills(State& state, PersonId person);

}  // namespace releve::changes
