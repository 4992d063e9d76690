#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

namespace releve {

/// The first state of a pack by occupation alone: one employer whose cells are the occupations, people in post, people
/// looking for one and vacant posts as its table counts them, one agent for so many people. Running sums are rounded, so
/// that totals are met to half an agent. Age plays no part: everybody is as old as a person in mid-career.
void build_market(const Pack& pack, State& state);

}  // namespace releve
