#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/audit/inventory/followed_measures.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"

namespace releve::audit {

/// The people in post that a pack tells, as a public table: first the territory, then each unit of the cut (`zone`, `sector`,
/// `size` or `occupation`) in its order, so that position 1 + unit holds a unit. Establishments contribute what they employ.
/// Other figures of a unit are hidden with it: one pattern for all columns of a line.
std::vector<PublicCell> public_cells(const Pack& pack, Cut cut);

}  // namespace releve::audit
