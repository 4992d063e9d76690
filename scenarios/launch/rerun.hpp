#pragma once
#include "scenarios/launch/launch.hpp"
#include "scenarios/launch/prepared.hpp"

#include <memory>
#include <optional>
#include <string>

namespace releve {

/// A run told by its results, ready to be run again: the same engine gives the same bytes.
struct Rerun {
    std::unique_ptr<Prepared> prepared;  ///< its notes tell why bytes may differ, if they may
    Launch asked;                        ///< seed and replicates of the run; the rest as by default
};

/// Reads a result file and makes its run ready: scenarios from the texts that it holds, the pack from `pack_directory` or, if
/// there is none, from the files that it holds. InputError: a file of the pack that is not kept in the results, or is not
/// the one that was used, each by its name; results of no run, or of a run with code that they do not hold.
Rerun prepare_again(const std::string& results, const std::optional<std::string>& pack_directory);

}  // namespace releve
