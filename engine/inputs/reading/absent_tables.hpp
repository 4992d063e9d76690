#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack.hpp"

namespace releve {

/// What a pack may leave out together: establishments and ages, or a labour market by occupation alone.
void check_scope(const Pack& pack, Problems& problems);

/// Fills what absent tables leave open with what their absence means: one place, one sector, every occupation as near as
/// any other, open-ended contracts, no diploma asked.
void complete(Pack& pack);

}  // namespace releve
