#include "scenarios/launch/output_place.hpp"

#include "engine/base/error.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace releve {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
}

void refuse_unwritable(const std::string& path) {
    if (path.empty()) {
        throw InputError({{"output", {"no name give a file", "pas de nom donnez un fichier"}}});
    }
    std::error_code error;
    const std::string folder = folder_of(path);
    if (!fs::is_directory(folder, error)) {
        throw IoError(path, {"no such folder", "ce dossier n'existe pas"});
    }
    if (fs::is_directory(path, error)) {
        throw IoError(path, {"is a folder", "est un dossier"});
    }
    if (access(folder.c_str(), W_OK) != 0) {
        throw IoError(path, {"the folder is not writable", "le dossier n'est pas accessible en écriture"});
    }
}

std::string result_place(const std::string& path) {
    refuse_unwritable(path);
    std::error_code error;
    fs::path place = path;
    if (fs::is_symlink(place, error)) {
        place = fs::path(folder_of(path)) / fs::read_symlink(place, error);
    }
    const fs::file_status status = fs::status(place, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        throw InputError(
            {{path, {"not a plain file give another name", "pas un fichier ordinaire donnez un autre nom"}}});
    }
    std::array<char, 4> start{};
    std::ifstream there(place, std::ios::binary);
    if (there.read(start.data(), start.size()) && start != std::array<char, 4>{'\x89', 'H', 'D', 'F'}) {
        throw InputError(
            {{path,
              {"there is something else than a result file (it would be lost) give another name, or delete it",
               "il y a là autre chose qu'un fichier de résultats (ce serait perdu) donnez un autre nom, ou "
               "supprimez-le"}}});
    }
    return place.string();
}

}  // namespace releve
