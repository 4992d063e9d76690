#include "scenarios/export/new_folder.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/whole_file.hpp"

#include <unistd.h>

namespace releve::exports {

namespace fs = std::filesystem;

fs::path named(const std::string& directory) {
    const fs::path path = fs::path(directory).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

fs::path parent_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

void refuse_occupied(const std::string& directory, Label rule) {
    std::error_code error;
    const fs::path path = named(directory);
    if (fs::exists(fs::symlink_status(path, error)) && !(fs::is_directory(path, error) && fs::is_empty(path, error))) {
        throw IoError(directory, fill({"something stands there already ({}) choose another folder",
                                       "il y a déjà quelque chose ({}) choisissez un autre dossier"},
                                      {rule}));
    }
    if (!fs::is_directory(parent_of(path), error)) {
        throw IoError(directory, {"no such folder to write it in", "le dossier où l'écrire n'existe pas"});
    }
    if (access(parent_of(path).c_str(), W_OK) != 0) {
        throw IoError(directory, {"the folder is not writable", "le dossier n'est pas accessible en écriture"});
    }
}

NewFolder::NewFolder(const std::string& directory) : name_(named(directory)) {
    partial_ = parent_of(name_) / (name_.filename().string() + ".partial-" + std::to_string(getpid()));
    std::error_code error;
    if (!fs::create_directory(partial_, error)) {
        throw IoError(partial_.generic_string(),
                      fill({"could not be made ({})", "n'a pas pu être créé ({})"}, {error.message()}));
    }
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!kept_) {
        fs::remove_all(partial_, ignored);
    }
}

void NewFolder::write(std::string_view name, std::span<const std::byte> bytes) const {
    write_whole_file((partial_ / name).generic_string(), bytes);
}

void NewFolder::write(std::string_view name, std::string_view text) const {
    write(name, std::as_bytes(std::span(text)));
}

void NewFolder::keep() {
    std::error_code error;
    fs::rename(partial_, name_, error);
    if (error) {
        throw IoError(name_.generic_string(),
                      fill({"could not be written ({})", "n'a pas pu être écrit ({})"}, {error.message()}));
    }
    kept_ = true;
}

}  // namespace releve::exports
