#pragma once
#include "bindings/cli/command.hpp"

namespace releve {

/// Prints the pension dates of one birth under one law of a pack (`releve describe pension`). UsageError for a date or a law
/// that is none, InputError for a pack that cannot be read.
int describe_pension(const Call& call);

/// The options that only this topic takes; the names, to refuse them elsewhere.
bool asks_for_pension(const Arguments& arguments);

}  // namespace releve
