#include "scenarios/launch/version.hpp"

namespace releve {

std::string_view engine_version() { return RELEVE_VERSION; }

std::string_view source_revision() {
    constexpr std::string_view revision = RELEVE_REVISION;
    return revision.empty() ? "unknown" : revision;
}

}  // namespace releve
