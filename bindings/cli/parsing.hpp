#pragma once
#include "bindings/cli/command.hpp"

#include <string>
#include <vector>

namespace CLI {
class ParseError;
}

namespace releve {

/// A command line taken apart.
struct CommandLine {
    const Command* command = nullptr;  ///< none: only --help, --version or nothing was asked
    Arguments arguments;
};

/// The language a command line asks for, whatever else is wrong with it; else that of the environment.
Language language_of(const std::vector<std::string>& words);

/// UsageError for unknown commands and options, missing ones and operands; CLI::ParseError for a value left out.
CommandLine parse(const std::vector<std::string>& words);

/// Our own words for the parser's English message.
Text text_of(const CLI::ParseError& error, const std::vector<std::string>& words);

}  // namespace releve
