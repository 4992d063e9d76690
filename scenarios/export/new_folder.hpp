#pragma once
#include "engine/base/text.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace releve::exports {

/// Refuses a place where something stands already but an empty folder, or that cannot be written: found out before any
/// work. `rule` says why nothing is written over ("a pack is never written over"). IoError.
void refuse_occupied(const std::string& directory, Label rule);

/// A folder that appears at its name only when complete: files are written beside it, in `directory.partial-<pid>`, which is
/// removed again unless it was kept. IoError if it cannot be made.
class NewFolder {
public:
    explicit NewFolder(const std::string& directory);
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder();
    /// Where its files stand until it is kept.
    const std::filesystem::path& path() const { return partial_; }
    void write(std::string_view name, std::span<const std::byte> bytes) const;
    void write(std::string_view name, std::string_view text) const;
    /// Gives it its name, over an empty folder if one is there.
    void keep();

private:
    std::filesystem::path name_, partial_;
    bool kept_ = false;
};

/// The path without a slash at the end, which would hide the name, and the folder that it stands in.
std::filesystem::path named(const std::string& directory);
std::filesystem::path parent_of(const std::filesystem::path& path);

}  // namespace releve::exports
