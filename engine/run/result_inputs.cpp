#include "engine/run/result_parts.hpp"

#include <algorithm>

namespace releve {

namespace {

std::vector<Attribute> named(Label name) {
    return {{"long_name", std::string(name.en)}, {"long_name_fr", std::string(name.fr)}};
}

}  // namespace

void add_inputs(Dataset& dataset, const Pack& pack) {
    if (pack.kept_files.empty()) {
        return;
    }
    std::vector<std::string> names;
    std::vector<std::int64_t> firsts, sizes;
    std::vector<std::uint8_t> content;
    for (const auto& [name, hash] : pack.file_hashes) {
        const auto file = std::find_if(pack.kept_files.begin(), pack.kept_files.end(),
                                       [&](const PackFile& one) { return one.name == name; });
        const bool kept = file != pack.kept_files.end();
        names.push_back(name);
        firsts.push_back(kept ? static_cast<std::int64_t>(content.size()) : -1);
        sizes.push_back(kept ? static_cast<std::int64_t>(file->bytes.size()) : 0);
        if (kept) {
            content.insert(content.end(), file->bytes.begin(), file->bytes.end());
        }
    }
    dataset.dimensions.push_back({"input_file", names.size()});
    dataset.dimensions.push_back({"input_byte", content.size()});
    dataset.variables.push_back(
        {"input_file", {"input_file"}, std::move(names), named({"file of the pack", "fichier du territoire"})});
    dataset.variables.push_back(
        {"input_first",
         {"input_file"},
         std::move(firsts),
         named({"place of the first byte of the file in input_content; -1: not kept",
                "rang du premier octet du fichier dans input_content\u00a0; -1\u00a0: non conservé"})});
    dataset.variables.push_back({"input_size",
                                 {"input_file"},
                                 std::move(sizes),
                                 named({"bytes kept of the file", "octets conservés du fichier"})});
    dataset.variables.push_back(
        {"input_content",
         {"input_byte"},
         std::move(content),
         named({"bytes of the files, one after the other", "octets des fichiers, bout à bout"})});
}

}  // namespace releve
