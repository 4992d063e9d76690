#pragma once
#include <string>

namespace releve {

/// The folder in which a file is, or will be.
std::string folder_of(const std::string& path);

/// IoError if a file could not be written there: found out before hours of simulation. InputError if the path is empty.
void refuse_unwritable(const std::string& path);

/// Where a result file asked at `path` is written: what a link there points to. The same errors, and InputError if something
/// else than a result file is there: it would be lost.
std::string result_place(const std::string& path);

}  // namespace releve
