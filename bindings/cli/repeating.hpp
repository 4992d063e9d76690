#pragma once
#include "bindings/cli/command.hpp"
#include "scenarios/launch/launch.hpp"

#include <memory>

namespace releve {

/// What `releve run` is to run: the scenarios and overlays given, or the run told by the file of --from, whose seed and
/// replicates then go into `asked`. UsageError if both are given, or neither.
std::unique_ptr<Prepared> prepared_of(const Arguments& arguments, Launch& asked);

}  // namespace releve
