#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace releve {

/// Writes a file that appears at `path` only when complete: written beside it as `path.partial-<pid>`, synced, renamed,
/// directory synced. Whatever stood at `path` stays untouched until then. On failure the partial file is removed and
/// IoError names the path and the step that failed.
void write_whole_file(const std::string& path, std::span<const std::byte> bytes);

}  // namespace releve
