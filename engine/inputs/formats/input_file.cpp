#include "engine/inputs/formats/input_file.hpp"

#include "engine/base/fill.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace releve {

namespace fs = std::filesystem;

std::optional<std::string> read_input_file(const std::string& path, std::size_t most_bytes, Problems& problems) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        problems.add(path, {"no such file check the path", "fichier introuvable vérifiez le chemin"});
        return std::nullopt;
    }
    if (!fs::is_regular_file(status)) {
        problems.add(path, {"not a plain file (a directory or a device) give a file",
                            "ce n'est pas un fichier ordinaire (un dossier ou un périphérique) donnez un fichier"});
        return std::nullopt;
    }
    if (fs::file_size(path, error) > most_bytes) {
        problems.add(path, fill({"file too big (limit: {} MiB) cut it or aggregate it",
                                 "fichier trop gros (limite\u00a0: {} Mio) coupez-le ou agrégez-le"},
                                {std::to_string(most_bytes >> 20)}));
        return std::nullopt;
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (file == nullptr) {
        throw IoError(path, {"cannot be opened (is reading it allowed?)",
                             "ne peut être ouvert (a-t-on le droit de le lire\u00a0?)"});
    }
    std::string bytes;
    std::size_t got = 0;
    do {
        constexpr std::size_t piece = std::size_t{1} << 16;
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        got = std::fread(bytes.data() + before, 1, piece, file.get());
        bytes.resize(before + got);
    } while (got > 0 && bytes.size() <= most_bytes);
    if (std::ferror(file.get()) != 0) {
        throw IoError(path, {"reading failed", "la lecture a échoué"});
    }
    return bytes;
}

std::string beside(const std::string& file, const std::string& relative) {
    return (fs::path(file).parent_path() / relative).lexically_normal().generic_string();
}

}  // namespace releve
