#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <span>

namespace releve {

/// The first state of a pack by occupation alone: one employer whose cells are the occupations, people in post, people
/// looking for one and vacant posts as its table counts them, one agent for so many people. Running sums are rounded, so
/// that totals are met to half an agent. Ages are drawn where the pack tells them; else age plays no part, and everybody is
/// as old as a person in mid-career.
void build_market(const Pack& pack, std::span<const double> parameters, Luck luck, State& state);

}  // namespace releve
