#pragma once
#include "engine/inputs/pack.hpp"

#include <string>

namespace releve::survey {

/// territory.toml with the section [provenance.TABLE] put in place of the one it has, or added at its end. Everything else
/// stays as it is written, comments too.
std::string with_provenance(const std::string& toml, const Provenance& provenance);

}  // namespace releve::survey
