#pragma once
#include "bindings/cli/command.hpp"

#include <string>

namespace releve {

/// What releve does and its commands.
std::string general_help(Language language);
/// Usage, options and worked example of one command.
std::string help_of(const Command& command, Language language);

}  // namespace releve
