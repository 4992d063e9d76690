#pragma once
#include "engine/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

/// The little that files written here share over the system's calls. Private to engine/results.
namespace releve::descriptor {

/// IoError "path: could not DO (reason given by the system)".
[[noreturn]] void fail(const std::string& path, Label doing);

/// All bytes, from where the descriptor stands.
void write_all(int fd, const std::string& path, std::span<const std::byte> bytes);
/// All bytes that stand at `place`; IoError if the file is shorter.
void read_all(int fd, const std::string& path, std::uint64_t place, std::span<std::byte> bytes);

}  // namespace releve::descriptor
