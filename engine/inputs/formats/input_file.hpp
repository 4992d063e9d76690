#pragma once
#include "engine/base/error.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace releve {

/// The bytes of a file the user names. Nothing, and a problem, if it is missing, not a plain file or too big; IoError
/// if the system fails to read it.
std::optional<std::string> read_input_file(const std::string& path, std::size_t most_bytes, Problems& problems);

/// A path written in a file, seen from where that file stands.
std::string beside(const std::string& file, const std::string& relative);

}  // namespace releve
