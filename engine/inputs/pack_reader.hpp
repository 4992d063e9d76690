#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack.hpp"

#include <string>
#include <vector>

namespace releve {

/// Reads a pack: territory.toml and every table of the directory. All problems of all files are added in one pass; the
/// pack can be used only if there is none. `notes` says what was assumed (encoding, separator, decimal comma) and which
/// files changed since their hash was written down.
Pack read_pack(const std::string& directory, Problems& problems, std::vector<Text>& notes);

/// The same of files in memory; `place` stands for their directory in messages.
Pack read_pack(const std::string& place, const std::vector<PackFile>& files, Problems& problems,
               std::vector<Text>& notes);

}  // namespace releve
