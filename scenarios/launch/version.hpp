#pragma once
#include <string_view>

namespace releve {

/// Version of the engine ("0.1.0") and short hash of its sources ("unknown" where they are not in a repository).
std::string_view engine_version();
std::string_view source_revision();

}  // namespace releve
