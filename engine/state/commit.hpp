#pragma once
#include "engine/state/proposals.hpp"
#include "engine/state/state.hpp"

namespace releve {

/// Applies the proposals of one process in their order and leaves the events of the month in state.events.
/// The only way to change a state. Throws ModelError, naming month, change and ids, when a proposal does not fit.
void commit(State& state, const Proposals& proposals, std::string_view process);

/// Appends an establishment without cells: for commit and for the synthesis that builds the first state.
EstablishmentId add_establishment(State& state, std::uint16_t zone, std::uint16_t sector, EstablishmentKind kind,
                                  std::uint32_t key);
/// Appends a cell without posts to the establishment added last.
CellId add_cell(State& state, EstablishmentId establishment, std::uint16_t occupation, std::uint32_t key,
                float posts_at_start);
/// Appends a vacant post to a cell: the same.
PostId add_post(State& state, CellId cell);

/// Starts, stops or renews the clocks of a person after a change of status or post.
void refresh_person_risks(State& state, PersonId person, bool new_post, bool new_status);
/// What a person is about to do.
struct NextSpell {
    Status status{};
    std::uint16_t occupation = 0;
    std::uint8_t working_time = full_time;
};
/// Running risks whose hazard this makes another, as bits.
std::uint32_t risks_carried_over(const State& state, PersonId person, const NextSpell& next);
/// Around that change: settle before it, schedule after it.
void settle_person_risks(State& state, PersonId person, std::uint32_t risks);
void schedule_person_risks(State& state, PersonId person, std::uint32_t risks);
/// Month of the event for a person as it stands, if it comes before a month, be that past the horizon; else not_due.
int due_before(const State& state, const BoundRisk& risk, PersonId person, int month);
/// Opens the present month for one of the state's risks: the things whose clocks go off, in the order of their
/// keys.
std::vector<std::uint32_t> take_due(State& state, std::size_t risk);
/// Starts a clock for a cell that has none.
void refresh_cell_risks(State& state, CellId cell);
/// What of a cell changes; each hazard of cells follows one of the two numbers.
enum class CellChange : std::uint8_t { posts, filled };
/// Around such a change: settle before it, schedule after it.
void settle_cell_risks(State& state, CellId cell, CellChange change);
void schedule_cell_risks(State& state, CellId cell, CellChange change);
/// The same for an establishment; its hazards depend on its size band and on whether it has posts.
void refresh_establishment_risks(State& state, EstablishmentId establishment);
void settle_establishment_risks(State& state, EstablishmentId establishment);
void schedule_establishment_risks(State& state, EstablishmentId establishment);
void stop_establishment_risks(State& state, EstablishmentId establishment);
/// Brings the size band up to the posts.
void refresh_size(State& state, EstablishmentId establishment);
/// After the step of a process: whoever was due and is still at risk starts a new spell.
void refresh_due(State& state, RiskOf of, std::uint32_t entity);
/// Starts every clock of a new run.
void start_risks(State& state);
/// Replaces the state's risks by the same ones, in the same order, as another plan binds them.
void rebind_risks(State& state, std::vector<BoundRisk> risks);

/// Checks that people, posts and contracts are consistent: every post has at most one holder who names it, the counts
/// of the cells and the sets match, ages and statuses are possible. Throws ModelError at the first breach.
void check_invariants(const State& state);

}  // namespace releve
