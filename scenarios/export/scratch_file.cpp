#include "scenarios/export/scratch_file.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace releve::exports {

namespace fs = std::filesystem;

void fail_workbook(const std::string& reason) {
    throw IoError("xlsx", fill({"could not make the workbook ({})", "impossible de faire le classeur ({})"}, {reason}));
}

ScratchFile::ScratchFile() {
    std::string name = (fs::temp_directory_path() / "releve-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) {
        fail_workbook(name);
    }
    close(descriptor);
    name_ = name;
}

ScratchFile::~ScratchFile() {
    std::error_code ignored;
    fs::remove(name_, ignored);
}

std::vector<std::byte> ScratchFile::bytes() const {
    std::ifstream file(name_, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    const auto* first = reinterpret_cast<const std::byte*>(all.data());
    return {first, first + all.size()};
}

}  // namespace releve::exports
